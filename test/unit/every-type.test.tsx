import { slug } from 'github-slugger'

import { toldAfter } from '../support/told-after.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { compareCourses } from '../../tools/authoring/commands/affected/compare-courses.ts'
import { outlineCourses } from '../../tools/authoring/commands/affected/outline.ts'
import { authoringOf } from '../../tools/authoring/questions/registry.ts'
import { dictionaryOf } from '../../tools/authoring/spelling/dictionaries.ts'
import { QuestionAnswer } from '../../web/components/question-answer.tsx'
import { QuestionForm } from '../../web/components/question-form.tsx'
import { pagesOf } from '../../web/questions/registry.ts'
import { locales, type Question, type QuestionType } from '../../formats/catalogue/catalogue.ts'
import type { Chosen, Given } from '../../worker/questions/given.ts'
import { type QuestionView, rulesOf } from '../../worker/questions/registry.ts'
import { answeredView } from '../../worker/quizzes/answered-views.ts'
import { draftOf, givenAsHandedIn, givenOf } from '../../worker/quizzes/drafts.ts'
import type { Asked } from '../../worker/quizzes/find-asked.ts'
import { asText } from '../../worker/quizzes/form-fields.ts'
import { isCorrect } from '../../worker/quizzes/marking.ts'
import { optionTokens } from '../../worker/quizzes/option-tokens.ts'
import { isFault, readGiven } from '../../worker/quizzes/read-given.ts'
import { questionView } from '../../worker/quizzes/views.ts'
import { allTypes, folderWith } from './authoring/written-questions.ts'
import { frame, html } from './web/frame.ts'

const secret = 's'.repeat(32)
const reader = { locale: 'sv', settings: { SECRET: secret } } as Parameters<typeof questionView>[1]
const reading = { locale: 'sv', secret } as const

interface Case {
  /** What stands in a form that was left half done. */
  half(tokens: readonly string[]): Given
  /** Words of the written sample that no page may show before the answer, besides its feedback. */
  secrets: string[]
  /** What somebody would answer who took the parts as they are shown; undefined where their order says nothing. */
  asShown(view: QuestionView): Given | undefined
  /** The native fields of a form, and how many there are. */
  fields: [RegExp, number]
  /** Words by which its parts are known, and which are not shown as they stand. */
  marks?: readonly string[]
  /** The reasons that are told to whoever did not answer. */
  unanswered?: readonly string[]
}

const tokensOf = (view: QuestionView) => ('options' in view ? view.options.map(({ token }) => token) : [])
const choice = { half: (tokens: readonly string[]) => tokens.slice(0, 1), secrets: [], asShown: () => undefined }

/** What a new type has to say of itself, besides a written sample, to be tested as the others are. */
const cases: Record<QuestionType, Case> = {
  single: { ...choice, fields: [/<input type="radio" name="o" value="[^"]+"/g, 3] },
  multiple: { ...choice, fields: [/<input type="checkbox" name="o" value="[^"]+"/g, 4] },
  spot: { ...choice, fields: [/<input type="checkbox" name="o" value="[^"]+"/g, 4] },
  order: {
    half: ([first = '', second = '', third = '']) => ({ places: { [first]: '2', [second]: '', [third]: '2' } }),
    secrets: [],
    asShown: tokensOf,
    fields: [/<select [^>]*name="p\.[^"]+"/g, 3],
  },
  match: {
    half: (tokens) => ({ places: { [tokens[0]!]: tokens[4]!, [tokens[1]!]: '', [tokens[2]!]: '' } }),
    secrets: [],
    asShown: (view) => {
      const leftOver = tokensOf(view).find((token) =>
        JSON.stringify(view).includes(`"${token}","text":"Svara i morgon"`),
      )
      return tokensOf(view).filter((token) => token !== leftOver)
    },
    fields: [/<select [^>]*name="p\.[^"]+"/g, 3],
  },
  replay: {
    ...choice,
    secrets: ['telefonsäkerhet', 'phone security', 'Lägg på luren'],
    fields: [/<input type="radio" name="o" value="[^"]+"/g, 2],
    marks: ['Felet', 'Bra'],
    unanswered: [],
  },
  branch: {
    half: (tokens: readonly string[]) => tokens.slice(1, 2),
    secrets: ['Hon har aldrig', 'She never', 'Pengarna', 'Hunden', 'stämmer med'],
    asShown: () => undefined,
    fields: [/<button class="button button--plain" name="o" value="[^"]+"/g, 2],
    unanswered: [],
  },
  text: {
    half: () => ' käl',
    secrets: ['källan', 'the source'],
    asShown: () => undefined,
    fields: [/<input [^>]*name="t"/g, 1],
  },
  number: {
    half: () => '3,9 tus',
    secrets: ['3900', '3 900', '0.5', '0,5'],
    asShown: () => undefined,
    fields: [/<input [^>]*name="t"/g, 1],
  },
}

function sample(type: QuestionType): Question {
  return folderWith(type).question('new-one')
}

/** Changes the text under the question's comment: nothing of comments, and addresses of headings only after these. */
function inText(change: (text: string) => string) {
  return (question: string) => {
    const end = question.indexOf('-->') + 3
    const [head, text] = [question.slice(0, end), question.slice(end)]
    const parts = text.split(/(<!--[^]*?-->|\]\(#[^)]*\))/u)
    const changed = parts.map((part, i) => (i % 2 === 0 ? change(part) : part)).join('')
    return head + followHeadings(headingsIn(text), headingsIn(changed), changed)
  }
}

function headingsIn(text: string): string[] {
  return [...text.matchAll(/^#### (.*)$/gm)].map(([, title]) => slug(title!))
}

function followHeadings(from: readonly string[], to: readonly string[], text: string): string {
  return text.replaceAll(/\]\(#([^)]*)\)/g, (_, address: string) => `](#${to[from.indexOf(address)]})`)
}

function wordsOf(type: QuestionType): string[] {
  const words: string[] = []
  folderWith(
    type,
    inText((text) => {
      words.push(...(text.match(/\p{L}{3,}/gu) ?? []))
      return text
    }),
  )
  expect(words.length).toBeGreaterThan(10)
  return [...new Set(words)].filter((word) => !cases[type].marks?.includes(word))
}

const wordAt = (word: string, flags: string) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, `${flags}u`)

describe.each(allTypes)('a question of type %s', (type) => {
  const { half, secrets, asShown, fields, unanswered } = cases[type]
  const question = sample(type)

  test('is written, compiled and answered, and the answer is right or wrong as it was meant', async () => {
    expect(question.type).toBe(type)
    const tokens = await optionTokens(question, secret)
    for (const right of [true, false]) {
      const given = authoringOf(question).give(question, right, { locale: 'sv', tokens })
      const chosen = (await readGiven(question, given, reading)) as Chosen
      expect(isFault(chosen)).toBe(false)
      expect(isCorrect(question, chosen)).toBe(right)

      const again = (await givenAsHandedIn(question, chosen, secret))!
      expect(await readGiven(question, again, reading)).toEqual(chosen)
      expect(await readGiven(question, rulesOf(question).sent(again), reading)).toEqual(chosen)
      const told = await answeredView(question as Asked, { chosen, correct: right }, reader)
      expect(pagesOf(told).isAnswered(told)).toBe(true)
    }
    expect(isCorrect(question, undefined)).toBe(false)
    expect(isFault(await readGiven(question, [], reading))).toBe(true)
    await expect(readGiven(question, ['stranger'], reading)).rejects.toThrow('no such option')
    await expect(draftOf(question, { places: { stranger: '1' } }, reading)).rejects.toThrow('no such option')
  })

  test('gets another version with every word that is changed in it, in either language', () => {
    const { version } = question
    for (const word of wordsOf(type)) {
      const changed = folderWith(
        type,
        inText((text) => text.replace(wordAt(word, 'g'), `${word}x`)),
      )
      expect(changed.question('new-one').version, word).not.toBe(version)
      expect(changed.question('new-one').textHash.sv, word).not.toBe(question.textHash.sv)
    }
    const english = folderWith(type, (text) => text.replace(/\.\s*$/u, 'x.\n'), true)
    expect(english.problems()).toEqual([])
    expect(english.question('new-one').textHash.en).not.toBe(question.textHash.en)
  })

  test('is refused with HTML beside any of its words', () => {
    for (const word of wordsOf(type)) {
      const spoilt = folderWith(
        type,
        inText((text) => text.replace(wordAt(word, ''), `<b>${word}`)),
      )
      expect(spoilt.problems().join('\n'), word).toContain('S30 HTML is not allowed (<b>)')
    }
  })

  test('has every word of it spelt, and a change of them told as one of words', () => {
    const folder = folderWith(
      type,
      inText((text) => text.replace(/\p{L}{3,}/gu, '$&qzx')),
    )
    const files = [...folder.files].map(([path, bytes]) => ({ path, bytes }))
    const told = folder.compile(undefined, { dictionaryOf }).problems.map(({ message }) => message)
    for (const word of wordsOf(type))
      expect(
        told.filter((line) => new RegExp(`^"(?:[^"]*-)?${word}qzx"`, 'u').test(line)),
        word,
      ).toHaveLength(1)

    const before = [...folderWith(type).files].map(([path, bytes]) => ({ path, bytes }))
    const effects = compareCourses(outlineCourses(before).courses, outlineCourses(files).courses)
    expect(effects.flatMap((course) => course.effects).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'words-changed new-one',
    ])
  })

  test('shows nothing of its key before the answer, in HTML or as data', async () => {
    for (const locale of locales) {
      const view = await questionView(question, { ...reader, locale })
      const form = html(
        <QuestionForm
          frame={frame({ locale })}
          question={view}
          number={1}
          total={1}
          action="/a"
          lesson="/l"
          answerId="a"
        />,
      )
      const text = question.text[locale]
      const reasons = toldAfter(text)
      expect(reasons.length).toBeGreaterThan(1)
      for (const secret of [...reasons, ...secrets]) {
        expect(form).not.toContain(secret)
        expect(JSON.stringify(view)).not.toContain(secret)
      }
      expect(JSON.stringify(view)).not.toMatch(/"(key|keyHash|right|correct|feedback|tolerance)"/)
    }
  })

  test('shows its parts each once, and never in an order that tells', () => {
    const { count, order } = rulesOf(question)
    const all = [...Array(count(question)).keys()]
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const rank = new Map(all.map((ordinal) => [ordinal, numbers.next().value as number]))
        const shown = order(question, (ordinals) => ordinals.toSorted((a, b) => rank.get(a)! - rank.get(b)!))
        expect(shown.toSorted((a, b) => a - b)).toEqual(all)
        const tokens = all.map((ordinal) => `t${ordinal}`)
        const view = rulesOf(question).view(question, { locale: 'sv', tokens, order: shown })
        const taken = asShown(view)
        const chosen = taken && rulesOf(question).read(question, taken, { locale: 'sv', tokens })
        expect(chosen !== undefined && !isFault(chosen) && isCorrect(question, chosen)).toBe(false)
      }),
    )
  })

  test('waits half done, and comes back in the form as it was left', async () => {
    const given = half(await optionTokens(question, secret))
    const draft = await draftOf(question, given, reading)
    const again = (await givenOf(question, JSON.parse(JSON.stringify(draft)) as typeof draft, secret))!
    expect(asText(again)).toBe(asText(given))
  })

  test('is a form of native fields, which keep what was given when it comes back', async () => {
    const given = half(await optionTokens(question, secret))
    const view = await questionView(question, reader, undefined, given)
    const shown = html(
      <QuestionForm
        frame={frame()}
        question={view}
        number={1}
        total={1}
        action="/a"
        lesson="/l"
        answerId="a"
        given={given}
        error="!"
      />,
    )
    const [field, times] = fields
    expect(shown.match(field)).toHaveLength(times)
    const kept = typeof given === 'string' ? `value="${given}"` : / (?:selected|checked|type="hidden" name="o")/
    expect(shown).toMatch(kept)
    expect(shown).toContain('<fieldset aria-describedby="error-new-one">')
  })

  test('tells its reason after the answer, also where there was none', async () => {
    const told = await answeredView(question as Asked, { chosen: undefined, correct: false }, reader)
    expect(pagesOf(told).isAnswered(told)).toBe(false)
    const remark = { id: 'r', course: 'c', question: 'q', version: 'v', page: 'l', next: '/' }
    const shown = html(<QuestionAnswer frame={frame()} question={told} number={1} total={1} remark={remark} />)
    const text = question.text.sv
    const reasons = unanswered ?? ('feedback' in text ? [text.feedback.wrong] : toldAfter(text))
    for (const reason of reasons) expect(shown).toContain(reason)
  })
})
