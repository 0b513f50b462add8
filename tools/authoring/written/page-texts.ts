import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { Markdown } from '../markdown/markdown.ts'
import { allBlocks, plainText, sectionsOf } from '../markdown/prose.ts'
import type { Place } from '../problems/problem.ts'
import { authoringOf, type WrittenQuestion } from '../questions/registry.ts'
import { wordingsOf } from './wordings.ts'
import type { WrittenCourse } from './written-course.ts'
import type { WrittenLesson, WrittenPage, WrittenPool } from './written-page.ts'

export interface PageText {
  text: string
  place: Place
  /** Somebody's answer or example. */
  isQuote: boolean
  /** A note about a tool, which may name it. */
  isToolNote: boolean
}

/** The words of one file. */
export interface PageTexts {
  path: string
  /** The front matter, each paragraph, each question. */
  parts: PageText[][]
}

/** All texts of a course in one language, file by file; easy Swedish is Swedish. */
export function textsOf(course: WrittenCourse, locale: Locale): PageTexts[] {
  const pages = [course.about[locale], course.artefact[locale]].flatMap((page) => page ?? [])
  const wordings = wordingsOf(course).filter((wording) => wording.locale === locale)
  return [
    ...wordings.flatMap(({ lessons, pool }) => quizTexts(lessons, pool)),
    ...pages.map((page) => ({ path: page.path, parts: pageParts(page) })),
    ...course.variants.flatMap(({ texts }) =>
      [...texts[locale].values()].map((text) => ({ path: text.place.path, parts: blockTexts(text, locale) })),
    ),
  ]
}

function quizTexts(lessons: readonly WrittenLesson[], pool: WrittenPool | undefined): PageTexts[] {
  return [
    ...lessons.map((lesson) => ({
      path: lesson.path,
      parts: [...pageParts(lesson), ...lesson.questions.map(questionTexts)],
    })),
    ...(pool ? [{ path: pool.path, parts: pool.questions.map(questionTexts) }] : []),
  ]
}

function pageParts({ head, body, locale }: WrittenPage<object>): PageText[][] {
  const own = Object.entries(head.value ?? {}).flatMap(([key, text]) =>
    ['title', 'outcome', 'summary'].includes(key) && typeof text === 'string'
      ? [{ text, place: head.at(key), isQuote: false, isToolNote: false }]
      : [],
  )
  return [own, ...blockTexts(body, locale)]
}

function blockTexts(body: Markdown, locale: Locale): PageText[][] {
  const blocks = allBlocks(sectionsOf(body, locale))
  return blocks.map(({ text, place, kind, isToolNote }) => [{ text, place, isQuote: kind === 'quote', isToolNote }])
}

function questionTexts(question: WrittenQuestion): PageText[] {
  const pieces = [question.stem, ...question.hints, ...authoringOf(question).pieces(question)]
  return pieces.map(({ tokens, place }) => ({
    text: tokens.map(plainText).join(' '),
    place,
    isQuote: false,
    isToolNote: false,
  }))
}
