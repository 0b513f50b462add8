import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { Problems } from '../../../../tools/authoring/problems/problem.ts'
import { wordCount } from '../../../../tools/authoring/teaching/minutes.ts'
import { measure, readingEase, sentencesOf, wordsOf } from '../../../../tools/authoring/language/measure.ts'
import { runningText, sectionsOf } from '../../../../tools/authoring/markdown/prose.ts'
import { readLesson } from '../../../../tools/authoring/written/written-page.ts'

describe('the sample lessons measure what checks.md says', () => {
  test.for([
    ['sv', 513, 25.5, 7.0],
    ['en', 580, 23.9, 7.7],
  ] as const)('in %s: %i words, LIX %f, longest sentence 16', ([locale, words, lix, mean]) => {
    const path = `sample-lesson.${locale}.md`
    const text = readFileSync(join(import.meta.dirname, '../../../fixtures', path), 'utf8')
    const sections = sectionsOf(readLesson({ path, text, locale }, new Problems()).body, locale)
    const figures = measure(runningText(sections).map((block) => block.text))
    expect(wordCount(sections)).toBe(words)
    expect(figures.lix).toBeCloseTo(lix, 1)
    expect(figures.longest).toBe(16)
    expect(figures.mean).toBeCloseTo(mean, 1)
  })
})

test.for([
  ['1.4301 är ett stål', ['1.4301', 'är', 'ett', 'stål']],
  ['AI:n – klockan 7–10', ['AI:n', 'klockan', '7–10']],
  ['e-post, kund’s 3 900,50 kr!', ['e-post', 'kund’s', '3', '900,50', 'kr']],
  ['… — ?', []],
] as const)('the words of "%s"', ([text, words]) => expect(wordsOf(text)).toEqual(words))

test.for([
  ['Stålet heter 1.4301. Håller det?', 2],
  ['Hon sade: "Ja." Sedan gick hon', 3],
  ['AI:n svarar fort.', 1],
  ['... !', 0],
] as const)('"%s" is %i sentences', ([text, count]) => expect(sentencesOf(text)).toHaveLength(count))

test('a citation belongs to the sentence before it', () => {
  expect(sentencesOf('Det är så.\u0001 Nästa. \u0001 Sist')).toEqual(['Det är så.\u0001', 'Nästa.\u0001', 'Sist'])
})

const word = fc.stringMatching(/^[a-zåäö]{1,12}$/)
const sentence = fc.array(word, { minLength: 1, maxLength: 12 })

test('LIX of generated texts is words a sentence and the share of long words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
      (text) => {
        const sentences = text.flat()
        const words = sentences.flat()
        const long = words.filter((each) => each.length > 6).length
        const figures = measure(text.map((paragraph) => paragraph.map((each) => `${each.join(' ')}.`).join(' ')))
        expect(figures).toMatchObject({ words: words.length, sentences: sentences.length })
        expect(figures.lix).toBeCloseTo(words.length / sentences.length + (100 * long) / words.length, 8)
        expect(figures.longest).toBe(Math.max(...sentences.map((each) => each.length)))
      },
    ),
  )
})

test('short words in short sentences read more easily than long ones', () => {
  expect(readingEase(['The cat sat on the mat. It was warm.'])).toBeGreaterThan(90)
  expect(readingEase(['Organisational accountability necessitates comprehensive documentation.'])).toBeLessThan(10)
})
