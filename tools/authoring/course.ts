import type { Course, CourseSummary, InBoth, Lesson, LessonSummary, Question } from '../../worker/courses/catalogue.ts'
import { locales } from '../../worker/courses/catalogue.ts'
import { readLessons } from './course-lessons.ts'
import { hashOf } from './hashes.ts'
import { inBoth } from './in-both.ts'
import { renderLesson } from './lesson-body.ts'
import { type MarkdownFile, readPage, readPool, type WrittenLesson, type WrittenPage } from './lesson-file.ts'
import { didYouMean } from './near-miss.ts'
import type { Problems } from './problem.ts'
import { joinQuestion } from './question.ts'
import type { WrittenQuestion } from './quiz.ts'
import { CourseFile, CoursePage, TitleHead } from './schemas.ts'
import type { SharedFiles } from './shared-files.ts'
import { readYaml } from './yaml-source.ts'

const smallestPool = 20

export interface CompiledCourse {
  summary: CourseSummary
  course: Course
}

/** Compiles one course folder; undefined when anything in it is wrong. `texts` by path within the folder. */
export function compileCourse(
  id: string,
  folder: string,
  texts: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
  shared: SharedFiles,
  problems: Problems,
): CompiledCourse | undefined {
  const before = problems.all.filter((problem) => problem.severity === 'error').length
  const context = { domains: shared.domains, files }
  const head = readHead(folder, texts, shared, problems)
  const about = readBoth('course.md', folder, texts, problems, (file) => readPage(file, CoursePage, context, problems))
  const artefact = readBoth('artefact.md', folder, texts, problems, (file) =>
    readPage(file, TitleHead, context, problems),
  )
  const pool = readBoth('badge.md', folder, texts, problems, (file) => readPool(file, context, problems))
  const written = readLessons(folder, texts, context, problems)
  const seen = new Map<string, WrittenQuestion>()
  const lessons = written.map((pair) => compileLesson(pair, shared, seen, problems))
  const questions = pool ? joinQuestions(pool.sv.questions, pool.en.questions, shared, seen, problems) : []
  if (pool && questions.length < smallestPool) {
    problems.error(
      'S50',
      { path: pool.sv.path, line: 1 },
      `the badge pool has ${questions.length} usable questions; it needs at least ${smallestPool}`,
    )
  }
  const after = problems.all.filter((problem) => problem.severity === 'error').length
  if (after > before || !head || !about || !artefact || !pool) return undefined

  const complete = lessons.filter((lesson) => lesson !== undefined)
  const html = (pages: InBoth<WrittenPage<unknown>>) =>
    inBoth((locale) =>
      renderLesson(
        pages[locale].body.text,
        { locale, ...shared },
        { path: pages[locale].path, line: pages[locale].body.line },
        problems,
      ),
    )
  return {
    summary: summaryOf(
      id,
      head,
      about,
      complete.map((lesson) => lesson.summary),
      complete.map((lesson) => lesson.lesson),
      questions,
    ),
    course: {
      id,
      about: html(about),
      lessons: complete.map((lesson) => lesson.lesson),
      pool: questions,
      artefact: html(artefact),
    },
  }
}

function readHead(
  folder: string,
  texts: ReadonlyMap<string, string>,
  shared: SharedFiles,
  problems: Problems,
): CourseFile | undefined {
  const path = `${folder}/course.yml`
  const text = texts.get('course.yml')
  if (text === undefined) {
    problems.error('S02', { path, line: 1 }, 'course.yml is missing; every course folder has one')
    return undefined
  }
  const head = readYaml({ path, text, line: 1, column: 1 }, CourseFile, problems)
  head?.value.outcomes.forEach((outcome, i) => {
    if (shared.outcomes.size === 0 || shared.outcomes.has(outcome)) return
    problems.error(
      'S29',
      head.at('outcomes', i),
      `competence ${outcome} does not exist${didYouMean(outcome, shared.outcomes)}`,
    )
  })
  return head?.value
}

function readBoth<T>(
  name: string,
  folder: string,
  texts: ReadonlyMap<string, string>,
  problems: Problems,
  read: (file: MarkdownFile) => T | undefined,
): InBoth<T> | undefined {
  const [sv, en] = locales.map((locale) => {
    const path = `${folder}/${locale}/${name}`
    const text = texts.get(`${locale}/${name}`)
    if (text === undefined)
      problems.error('S10', { path, line: 1 }, `${locale}/${name} is missing; every course has it in both languages`)
    return text === undefined ? undefined : read({ path, text, locale })
  })
  return sv && en && { sv, en }
}

function compileLesson(
  pair: InBoth<WrittenLesson>,
  shared: SharedFiles,
  seen: Map<string, WrittenQuestion>,
  problems: Problems,
): { summary: LessonSummary; lesson: Lesson } | undefined {
  for (const locale of locales) checkFacts(pair[locale], shared, problems)
  const questions = joinQuestions(pair.sv.questions, pair.en.questions, shared, seen, problems)
  const { id, minutes, competences, checked, review_by: reviewBy } = pair.sv.head.value
  const lesson = {
    id,
    questions,
    body: inBoth((locale) =>
      renderLesson(
        pair[locale].body.text,
        { locale, ...shared },
        { path: pair[locale].path, line: pair[locale].body.line },
        problems,
      ),
    ),
  }
  return {
    lesson,
    summary: {
      id,
      title: inBoth((locale) => pair[locale].head.value.title),
      outcome: inBoth((locale) => pair[locale].head.value.outcome),
      minutes: Math.max(minutes, pair.en.head.value.minutes),
      competences,
      questions: questions.map((question) => question.id),
      checked,
      reviewBy,
    },
  }
}

function checkFacts(lesson: WrittenLesson, shared: SharedFiles, problems: Problems): void {
  lesson.head.value.facts.forEach((fact, i) => {
    if (shared.facts.has(fact)) return
    problems.error(
      'S40',
      lesson.head.at('facts', i),
      `fact ${fact} does not exist in facts.yml${didYouMean(fact, shared.facts.keys())}`,
    )
  })
}

function joinQuestions(
  sv: WrittenQuestion[],
  en: WrittenQuestion[],
  shared: SharedFiles,
  seen: Map<string, WrittenQuestion>,
  problems: Problems,
): Question[] {
  for (const [i, question] of en.entries()) {
    const { id } = question.head.value
    if (!sv.some((other) => other.head.value.id === id))
      problems.error(
        'S12',
        question.head.at('id'),
        `question ${id} is not in the Swedish file${didYouMean(
          id,
          sv.map((other) => other.head.value.id),
        )}`,
      )
    else if (sv[i]?.head.value.id !== id)
      problems.error(
        'S12',
        question.head.at('id'),
        `question ${id} stands in another place than in Swedish; keep the same order`,
      )
  }
  return sv.flatMap((question) => {
    const { id } = question.head.value
    if (seen.has(id))
      problems.error(
        'S13',
        question.head.at('id'),
        `question id ${id} is used twice in this course; the other is at ${seen.get(id)!.place.path}:${seen.get(id)!.place.line}`,
      )
    seen.set(id, question)
    const other = en.find((candidate) => candidate.head.value.id === id)
    if (!other)
      problems.error(
        'S12',
        question.head.at('id'),
        `question ${id} is not in the English file${didYouMean(
          id,
          en.map((entry) => entry.head.value.id),
        )}`,
      )
    return (other && joinQuestion(question, other, shared.outcomes, problems)) ?? []
  })
}

function summaryOf(
  id: string,
  head: CourseFile,
  about: InBoth<WrittenPage<{ title: string; summary: string }>>,
  lessonSummaries: LessonSummary[],
  lessons: Lesson[],
  pool: Question[],
): CourseSummary {
  const all = [...lessons.flatMap((lesson) => lesson.questions), ...pool].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    id,
    number: head.number,
    version: hashOf(all.map((question) => [question.id, question.keyHash])),
    title: inBoth((locale) => about[locale].head.value.title),
    summary: inBoth((locale) => about[locale].head.value.summary),
    audience: head.audience,
    competences: head.competences as CourseSummary['competences'],
    outcomes: head.outcomes,
    badge: head.badge,
    artefact: head.artefact ?? { sv: '', en: '' },
    minutes: lessonSummaries.reduce((sum, lesson) => sum + lesson.minutes, 0),
    lessons: lessonSummaries,
    pool: pool.length,
  }
}
