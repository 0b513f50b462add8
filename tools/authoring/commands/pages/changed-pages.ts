import {
  type Course,
  type CourseSummary,
  type Lesson,
  locales,
  type Locale,
  type Question,
} from '../../../../formats/catalogue/catalogue.ts'
import { inText, urls } from '../../../../web/urls.ts'
import type { Compilation } from '../../compile/compile.ts'

/** A page that authors write, by its address on the site. */
export interface ChangedPage {
  address: string
  /** The pool is seen by nobody as a page: its questions are shown as they are written. */
  isPool: boolean
  state: 'new' | 'changed' | 'gone'
}

/** The pages that look different now, new ones, and those that are no more: course by course as the catalogue has them. */
export function changedPages(before: Compilation, after: Compilation): ChangedPage[] {
  const [old, now] = [pagesOf(before), pagesOf(after)]
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((address) => old.get(address) !== now.get(address))
    .map((address) => ({
      address,
      isPool: address.split('?')[0]!.endsWith('/badge'),
      state: !old.has(address) ? 'new' : now.has(address) ? 'changed' : 'gone',
    }))
}

/** What each page is made of, by its address. A draft's blocks carry their lines, which change no page. */
function pagesOf({ summaries, courses }: Compilation): Map<string, string> {
  const pages = summaries.flatMap((summary) => {
    const course = courses.find(({ id }) => id === summary.id)!
    return locales.flatMap((locale) => pagesIn(course, summary, locale))
  })
  return new Map(
    pages.map(([address, ...parts]) => [address, JSON.stringify(parts).replace(/ data-line=\\"\d+\\"/g, '')]),
  )
}

type Page = [address: string, ...parts: unknown[]]

function pagesIn(
  { id, about, artefact, artefactVariants = {}, lessons, pool }: Course,
  summary: CourseSummary,
  locale: Locale,
): Page[] {
  const { title, summary: lead, audience, competences, badge, artefact: document, minutes } = summary
  const list = summary.lessons.map((lesson) => [lesson.id, lesson.title[locale], lesson.minutes])
  const own = [title[locale], document[locale]]
  return [
    [urls.course(locale, id), own, about[locale], lead[locale], audience[locale], competences, badge, minutes, list],
    ...lessons.flatMap(({ id: lesson, variants = {} }) =>
      Object.entries(variants).map(([trade, html]): Page => [
        `${urls.lesson(locale, id, lesson)}?for=${trade}`,
        html[locale],
      ]),
    ),
    ...lessons.map((lesson, i): Page => {
      const { title: name, outcome, minutes: long, checked } = summary.lessons[i]!
      const asked = lesson.questions.map((question) => asWritten(question, locale))
      return [
        urls.lesson(locale, id, lesson.id),
        name[locale],
        outcome[locale],
        long,
        checked,
        lesson.body[locale],
        asked,
      ]
    }),
    ...(locale === 'sv' ? lessons.flatMap((lesson) => easyPage(id, lesson)) : []),
    [urls.artefact(locale, id), own, artefact[locale]],
    ...Object.entries(artefactVariants).map(([trade, html]): Page => [
      `${urls.artefact(locale, id)}?for=${trade}`,
      html[locale],
    ]),
    [urls.badgeTest(locale, id), pool.map((question) => asWritten(question, locale))],
    ...(locale === 'sv' && summary.hasEasyPool ? [easyPool(id, pool)] : []),
  ]
}

function easyPage(course: string, { id, easy, questions }: Lesson): Page[] {
  if (!easy) return []
  return [[inText(urls.lesson('sv', course, id), 'easy'), easy, questions.map((question) => question.text.easy)]]
}

function easyPool(course: string, pool: readonly Question[]): Page {
  return [inText(urls.badgeTest('sv', course), 'easy'), pool.map(({ text }) => text.easy)]
}

/** The question in one language, key and all, whatever the other says. */
function asWritten(question: Question, locale: Locale): unknown {
  const { text, hints, textHash: _hash, version: _version, ...same } = question
  return [same, hints?.[locale], text[locale]]
}
