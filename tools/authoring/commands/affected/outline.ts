import {
  type InBoth,
  type LearningPath,
  type Locale,
  locales,
  type Question,
  type VoidedQuestion,
} from '../../../../formats/catalogue/catalogue.ts'
import { voidingOf } from '../../../../formats/catalogue/voiding-of.ts'
import { inBoth } from '../../language/in-both.ts'
import { Addresses } from '../../markdown/addresses.ts'
import type { MarkdownContext } from '../../markdown/markdown-context.ts'
import { foldersOf } from '../../files/course-folders.ts'
import { courseVersionOf } from '../../compile/compile-course.ts'
import { joinQuestions } from '../../questions/join-questions.ts'
import { compilePaths } from '../../files/paths.ts'
import { type Place, Problems } from '../../problems/problem.ts'
import type { WrittenQuestion } from '../../questions/registry.ts'
import { readTexts } from '../../files/read-texts.ts'
import { readSharedFiles, type SharedFiles } from '../../files/shared-files.ts'
import type { SourceFile } from '../../files/source-file.ts'
import { readCourse, type WrittenCourse } from '../../written/written-course.ts'

/** What people have to do with in a course: ids, keys and words, and where each was written. */
export interface CourseOutline {
  id: string
  place: Place
  number: string
  badge: string
  outcomes: string[]
  /** Ids that course.yml lists as retired, and where that list is. */
  retired: { ids: string[]; place: Place }
  /** Questions that count as right, and where that is said. */
  voided: (VoidedQuestion & { place: Place })[]
  /** In the order of their files. */
  lessons: LessonOutline[]
  /** By id, practice and badge test together. */
  questions: Map<string, QuestionOutline>
  version: string
  /** Places whose id, or list of retired ids, cannot be read: while there is one, nothing can be said to be gone. */
  unread: Place[]
}

export interface LessonOutline {
  id: string
  place: Place
  /** That are asked: those that are voided as they stand are not. */
  questions: string[]
}

export interface QuestionOutline {
  id: string
  place: Place
  /** undefined: a question of the badge test. */
  lesson: string | undefined
  /** undefined while the two languages cannot be put together. */
  joined: Question | undefined
}

export interface Outline {
  courses: Map<string, CourseOutline>
  paths: LearningPath[]
  /** Number of errors that were passed over. */
  errors: number
}

/** Reads courses for what matters to people, and passes over every problem: an old revision need not compile today. */
export function outlineCourses(all: readonly SourceFile[]): Outline {
  const files = all.filter(({ isLink }) => !isLink)
  const problems = new Problems()
  const texts = readTexts(files, problems)
  const shared = readSharedFiles(texts, problems)
  const written = foldersOf(files)
    .filter((folder) => files.some(({ path }) => path.startsWith(`${folder}/`) && /\.(yml|md)$/.test(path)))
    .map((folder) => readCourse(folder, texts, files, problems))
  const courses = written.map((course) => outlineCourse(course, shared, problems))
  const { paths } = compilePaths(
    texts,
    courses.map(({ id }) => id),
    problems,
  )
  return { courses: new Map(courses.map((course) => [course.id, course])), paths, errors: problems.errors }
}

function outlineCourse(written: WrittenCourse, shared: SharedFiles, problems: Problems): CourseOutline {
  const { id, head, lessons, pool, easy } = written
  const context = contextOf(written, shared)
  const voided = head?.value?.voided.map((each, i) => ({ ...each, place: head.at('voided', i, 'question') })) ?? []
  const isAsked = ({ id: question, joined }: QuestionOutline) =>
    !joined || !voidingOf(voided, { question, version: joined.version })
  const own = idsIn(lessons).map((lesson): LessonOutline & { outlines: QuestionOutline[] } => {
    const pair = inBoth((locale) => lessons[locale].find((entry) => entry.head.written('id') === lesson))
    const questions = inBoth((locale) => pair[locale]?.questions ?? [])
    const easier = easy.lessons.find((entry) => entry.head.written('id') === lesson)?.questions
    const outlines = outlineQuestions(questions, lesson, context, problems, easier)
    const place = (pair.sv ?? pair.en)!.head.at('id')
    return { id: lesson, place, questions: outlines.filter(isAsked).map((question) => question.id), outlines }
  })
  const tested = outlineQuestions(
    inBoth((locale) => pool[locale]?.questions ?? []),
    undefined,
    context,
    problems,
    easy.pool?.questions,
  )
  const questions = [...own.flatMap((lesson) => lesson.outlines), ...tested]
  return {
    id,
    place: { path: `${id}/course.yml`, line: 1 },
    number: head?.value?.number ?? '',
    badge: head?.value?.badge.id ?? '',
    outcomes: head?.value?.outcomes ?? [],
    retired: { ids: head?.value?.retired ?? [], place: head?.at('retired') ?? { path: `${id}/course.yml`, line: 1 } },
    voided,
    lessons: own.map(({ id, place, questions }) => ({ id, place, questions })),
    questions: new Map(questions.map((question) => [question.id, question])),
    version: courseVersionOf(questions.filter(isAsked).flatMap(({ joined }) => joined ?? [])),
    unread: unreadIn(written),
  }
}

function unreadIn({ id, head, lessons, pool }: WrittenCourse): Place[] {
  const pages = locales.flatMap((locale) => [...lessons[locale], ...(pool[locale] ? [pool[locale]] : [])])
  const written = locales.flatMap((locale) => lessons[locale]).filter((lesson) => !lesson.head.written('id'))
  return [
    ...(head?.value ? [] : [{ path: `${id}/course.yml`, line: 1 }]),
    ...written.map((lesson) => lesson.head.at('id')),
    ...pages.flatMap((page) => page.questions.filter((question) => !question.id).map((question) => question.place)),
  ]
}

/** Links and pictures say nothing about people, so nothing is looked up. */
function contextOf({ images }: WrittenCourse, shared: SharedFiles): InBoth<MarkdownContext> {
  const problems = new Problems()
  const addresses = new Addresses(new Map(), undefined, problems)
  return inBoth((locale: Locale) => ({ locale, addresses, images, shared, listed: undefined, inLaw: false, problems }))
}

/** Also those that exist in one language only, and each once. */
function idsIn(lessons: WrittenCourse['lessons']): string[] {
  return [...new Set(locales.flatMap((locale) => lessons[locale].flatMap((lesson) => lesson.head.written('id') ?? [])))]
}

function outlineQuestions(
  { sv, en }: InBoth<WrittenQuestion[]>,
  lesson: string | undefined,
  context: InBoth<MarkdownContext>,
  problems: Problems,
  easy?: readonly WrittenQuestion[],
): QuestionOutline[] {
  const joined = joinQuestions({ sv, en }, context, problems, easy)
  const written = new Map([...en, ...sv].flatMap((question) => (question.id ? [[question.id, question]] : [])))
  return [...written].map(([id, { place }]) => ({
    id,
    place,
    lesson,
    joined: joined.find((question) => question.id === id),
  }))
}
