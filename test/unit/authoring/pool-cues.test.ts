import { resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { readCourses } from '../../../tools/authoring/files/read-courses.ts'
import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { ChoiceQuestion } from '../../../worker/questions/choice.ts'

// Programs that have read no lesson take every badge test. Whoever wrote a pool whose answers show by their length, by
// their caution or by an echo of the question gets one of these through it.

interface Guessed {
  stem: string
  options: string[]
}

const cautious: Record<Locale, Set<string>> = {
  sv: new Set(
    'kan ofta kanske troligen ibland brukar oftast nästan vanligen möjligen verkar lite om ganska'.split(' '),
  ),
  en: new Set(
    'can may might often usually sometimes probably could almost perhaps tends seems likely if rather'.split(' '),
  ),
}

/** Each gives a weight to an option; the heaviest is chosen. */
const programs: Record<string, (option: string, question: Guessed, locale: Locale) => number> = {
  'the longest': (option) => option.length,
  'the most cautious': (option, _, locale) => wordsOf(option).filter((word) => cautious[locale].has(word)).length,
  'the one most like the question': (option, { stem }) => {
    const asked = new Set(wordsOf(stem).filter((word) => word.length > 3))
    return new Set(wordsOf(option).filter((word) => asked.has(word))).size
  },
}

const { courses } = compileCourses(await readCourses(resolve('courses'), ''))

describe.each(courses.map(({ id, pool }) => ({ id, pool })))('the pool of $id', ({ pool }) => {
  const questions = pool.filter((question): question is ChoiceQuestion => question.type === 'single')

  test.each(
    Object.keys(programs).flatMap((name) => [
      { name, locale: 'sv' as const },
      { name, locale: 'en' as const },
    ]),
  )('gives $name in $locale no more than chance and ten points', ({ name, locale }) => {
    const scores = questions.map((question) => chanceOfRight(question, programs[name]!, locale))
    const chance = questions.map(({ text }) => 1 / text.sv.options.length)
    expect(questions.length).toBeGreaterThan(10)
    expect(mean(scores)).toBeLessThanOrEqual(mean(chance) + 0.1)
  })
})

/** Of several that weigh the same one is drawn. */
function chanceOfRight({ key, text }: ChoiceQuestion, weigh: (typeof programs)[string], locale: Locale): number {
  const { stem, options } = text[locale]
  const guessed = { stem: bare(stem), options: options.map((option) => bare(option.text)) }
  const weights = guessed.options.map((option) => weigh(option, guessed, locale))
  const heaviest = weights.flatMap((weight, i) => (weight === Math.max(...weights) ? [i] : []))
  return heaviest.includes(key[0]!) ? 1 / heaviest.length : 0
}

function bare(html: string): string {
  return html.replaceAll(/<[^>]+>/g, '')
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
