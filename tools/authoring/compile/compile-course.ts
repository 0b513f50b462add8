import {
  type CellId,
  type Course,
  type CourseSummary,
  type InBoth,
  type Lesson,
  type LessonSummary,
  locales,
  type Question,
  type VoidedQuestion,
} from '../../../formats/catalogue/catalogue.ts'
import { joinEstimates } from './join-estimates.ts'
import { voidingOf } from '../../../formats/catalogue/voiding-of.ts'
import { inBoth } from '../language/in-both.ts'
import { Addresses } from '../markdown/addresses.ts'
import { checkCourse } from './check-course.ts'
import { checkEasy, easyOf } from './check-easy.ts'
import { checkVoided } from './check-voided.ts'
import { namedHeadings } from '../markdown/named-headings.ts'
import { checkMarkdown } from '../markdown/check-markdown.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import { hashOf } from '../files/hashes.ts'
import { checkVariants, compileVariants } from './compile-variants.ts'
import type { CourseImage } from '../markdown/images.ts'
import { checkQuestions, joinQuestions } from '../questions/join-questions.ts'
import { pairLessons } from '../written/pair-lessons.ts'
import type { Problems } from '../problems/problem.ts'
import { type PageKind, renderPage } from '../markdown/render-page.ts'
import type { CourseFile, LessonHead } from '../files/schemas.ts'
import type { SharedFiles } from '../files/shared-files.ts'
import { minutesOf } from '../teaching/minutes.ts'
import { withQuotes } from '../language/typography.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import type { WrittenLesson, WrittenPage } from '../written/written-page.ts'

export interface CompiledCourse {
  summary: CourseSummary
  course: Course
  images: CourseImage[]
}

/** Checks a course and renders it; undefined when anything in it is wrong. `pages`: all courses' addresses by path. */
export function compileCourse(
  written: WrittenCourse,
  pages: ReadonlyMap<string, string>,
  shared: SharedFiles,
  problems: Problems,
  draft = false,
): CompiledCourse | undefined {
  const { id, images, about, artefact, pool } = written
  const addresses = new Addresses(pages, shared.domains, problems)
  const context = (head?: LessonHead) =>
    inBoth((locale): MarkdownContext => ({
      locale,
      addresses,
      images,
      shared,
      listed: head?.facts,
      inLaw: head?.tags.includes('law') ?? false,
      problems,
      draft,
    }))
  const pageContext = context()
  checkCourse(written, shared, problems)
  checkVariants(written, problems)
  checkEasy(written, problems)
  const pairs = pairLessons(written.lessons, problems)
  for (const locale of locales) {
    const paired = pairs.map((pair) => pair[locale])
    for (const lesson of written.lessons[locale]) if (!paired.includes(lesson)) checkAlone(lesson, context, problems)
  }
  const voided = written.head?.value?.voided ?? []
  const isAsked = ({ id: question, version }: Question) => !voidingOf(voided, { question, version })
  const lessons = pairs.map((pair) => compileLesson(pair, { written, context, isAsked }, problems))
  const joined = joinQuestions(
    inBoth((locale) => pool[locale]?.questions ?? []),
    pageContext,
    problems,
    written.easy.pool?.questions,
  )
  checkVoided(written, { lessons: lessons.map((each) => each.joined), pool: joined }, problems)
  const questions = joined.filter(isAsked)
  const html = { about: renderBoth(about, pageContext), artefact: renderBoth(artefact, pageContext) }
  const ofTrades =
    artefact.sv &&
    artefact.en &&
    compileVariants({ sv: artefact.sv, en: artefact.en }, written.variants, pageContext, 'page')
  const summary = summaryOf(written, lessons, questions)
  if (!summary || !html.about || !html.artefact) return undefined

  const course = {
    id,
    about: html.about,
    lessons: lessons.map((entry) => entry.lesson),
    pool: questions,
    artefact: html.artefact,
    ...(ofTrades ? { artefactVariants: ofTrades } : {}),
  }
  return { summary, course, images: [...images.used.values()] }
}

/** A lesson whose other language is still to come: whatever one file allows is said at once. */
function checkAlone(
  { body, head, locale, questions }: WrittenLesson,
  contextOf: (head?: LessonHead) => InBoth<MarkdownContext>,
  problems: Problems,
): void {
  const context = contextOf(head.value)[locale]
  checkMarkdown(body, context, 'text')
  checkQuestions(questions, context, problems)
}

interface CompiledLesson {
  lesson: Lesson
  summary: LessonSummary | undefined
  /** With the questions that are voided, which nobody is asked. */
  joined: { path: string; questions: Question[] }
}

interface WithLesson {
  written: WrittenCourse
  context: (head?: LessonHead) => InBoth<MarkdownContext>
  isAsked: (question: Question) => boolean
}

function compileLesson(
  pair: InBoth<WrittenLesson>,
  { written, context, isAsked }: WithLesson,
  problems: Problems,
): CompiledLesson {
  const contexts = inBoth((locale) => context(pair[locale].head.value)[locale])
  const easy = easyOf(written, pair.sv)
  const joined = joinQuestions({ sv: pair.sv.questions, en: pair.en.questions }, contexts, problems, easy?.questions)
  const questions = joined.filter(isAsked)
  const body = inBoth((locale) => renderChecked(pair[locale], contexts[locale], 'lesson'))
  const id = pair.sv.head.written('id') ?? ''
  const estimates = joinEstimates({ sv: pair.sv.estimates, en: pair.en.estimates })
  const ofTrades = compileVariants(pair, written.variants, contexts, 'lesson')
  const inEasy = easy && compileEasy(easy, context(easy.head.value).sv)
  return {
    lesson: {
      id,
      body,
      ...(ofTrades ? { variants: ofTrades } : {}),
      ...(estimates ? { estimates } : {}),
      questions,
      ...(inEasy ? { easy: inEasy } : {}),
    },
    summary: lessonSummaryOf(pair, inEasy && easy, questions),
    joined: { path: pair.sv.path, questions: joined },
  }
}

/** undefined while its front matter cannot be read, which has been reported. */
function compileEasy(easy: WrittenLesson, context: MarkdownContext): Lesson['easy'] {
  const body = renderChecked(easy, context, 'lesson')
  if (!easy.head.value) return undefined
  const { title, outcome, checked } = easy.head.value
  return { title: withQuotes(title, 'sv'), outcome: withQuotes(outcome, 'sv'), checked, body }
}

function renderBoth(
  pages: InBoth<WrittenPage<unknown> | undefined>,
  contexts: InBoth<MarkdownContext>,
): InBoth<string> | undefined {
  const [sv, en] = (['sv', 'en'] as const).map(
    (locale) => pages[locale] && renderChecked(pages[locale], contexts[locale], 'page'),
  )
  return sv !== undefined && en !== undefined ? { sv, en } : undefined
}

function renderChecked({ body }: WrittenPage<unknown>, context: MarkdownContext, kind: PageKind): string {
  checkMarkdown(body, context, 'text')
  return renderPage(body, context, kind)
}

function lessonSummaryOf(
  { sv, en }: InBoth<WrittenLesson>,
  easy: WrittenLesson | undefined,
  questions: Question[],
): LessonSummary | undefined {
  const heads = { sv: sv.head.value, en: en.head.value }
  if (!heads.sv || !heads.en) return undefined

  const { id, competences, checked, review_by: reviewBy } = heads.sv
  return {
    id,
    title: quoted({ sv: heads.sv.title, en: heads.en.title }),
    outcome: quoted({ sv: heads.sv.outcome, en: heads.en.outcome }),
    minutes: Math.max(minutesOf(sv), minutesOf(en)),
    competences: competences as CellId[],
    questions: questions.map((question) => question.id),
    sections: sectionsOf(sv, en, easy),
    asks: countBy(questions.map((question) => question.competence)),
    checked,
    reviewBy,
    ...(easy ? { hasEasy: true as const } : {}),
    ...(heads.sv.ask ? { ask: true as const } : {}),
  }
}

function sectionsOf(sv: WrittenLesson, en: WrittenLesson, easy: WrittenLesson | undefined): LessonSummary['sections'] {
  const titlesIn = ({ body }: WrittenLesson) => new Map(namedHeadings(body).map(({ id, title }) => [id, title]))
  const [english, easier] = [titlesIn(en), easy && titlesIn(easy)]
  return namedHeadings(sv.body).map(({ id, title }) => ({
    id,
    title: {
      ...quoted({ sv: title, en: english.get(id) ?? title }),
      ...(easier ? { easy: withQuotes(easier.get(id) ?? title, 'sv') } : {}),
    },
  }))
}

function countBy(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]))
}

function summaryOf(
  { id, head, about }: WrittenCourse,
  lessons: CompiledLesson[],
  pool: Question[],
): CourseSummary | undefined {
  const [file, sv, en] = [head?.value, about.sv?.head.value, about.en?.head.value]
  const summaries = lessons.flatMap((lesson) => lesson.summary ?? [])
  if (!file || !sv || !en || summaries.length < lessons.length) return undefined

  return {
    id,
    number: file.number,
    version: courseVersionOf([...lessons.flatMap(({ lesson }) => lesson.questions), ...pool]),
    title: quoted({ sv: sv.title, en: en.title }),
    summary: quoted({ sv: sv.summary, en: en.summary }),
    audience: quoted(file.audience),
    competences: file.competences as CellId[],
    outcomes: file.outcomes,
    badge: { ...file.badge, cell: file.badge.cell as CellId, name: quoted(file.badge.name) },
    artefact: file.artefact ? quoted(file.artefact) : { sv: '', en: '' },
    minutes: summaries.reduce((sum, lesson) => sum + lesson.minutes, 0),
    lessons: summaries,
    pool: pool.length,
    ...(pool.length > 0 && pool.every(({ text }) => text.easy) ? { hasEasyPool: true as const } : {}),
    ...(Object.keys(file.variants).length > 0 ? { variants: file.variants } : {}),
    ...(file.voided.length > 0 ? { voided: file.voided.map(asTold) } : {}),
  }
}

/** Changes when a key does, when a question comes or goes; not when a typo is mended or files are renumbered. */
export function courseVersionOf(questions: readonly Pick<Question, 'id' | 'keyHash'>[]): string {
  const byId = questions.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return hashOf(byId.map(({ id, keyHash }) => [id, keyHash]))
}

function asTold(voided: CourseFile['voided'][number]): VoidedQuestion {
  return { ...voided, reason: quoted(voided.reason) }
}

function quoted(text: InBoth<string>): InBoth<string> {
  return inBoth((locale) => withQuotes(text[locale], locale))
}
