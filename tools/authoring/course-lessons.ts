import type { InBoth, Locale } from '../../worker/courses/catalogue.ts'
import type { MarkdownContext } from './check-markdown.ts'
import { inBoth } from './in-both.ts'
import { readLesson, type WrittenLesson } from './lesson-file.ts'
import type { Problems } from './problem.ts'

const lessonName = /^(sv|en)\/\d\d-[^/]+\.md$/

/** Lessons in the order of their file numbers, both languages together by id. */
export function readLessons(
  folder: string,
  texts: ReadonlyMap<string, string>,
  context: MarkdownContext,
  problems: Problems,
): InBoth<WrittenLesson>[] {
  const read = (locale: Locale) =>
    [...texts.keys()]
      .filter((path) => lessonName.test(path) && path.startsWith(`${locale}/`))
      .sort()
      .flatMap(
        (path) => readLesson({ path: `${folder}/${path}`, text: texts.get(path)!, locale }, context, problems) ?? [],
      )
  const { sv, en } = inBoth(read)
  for (const lessons of [sv, en]) reportDoubles(lessons, problems)
  for (const lesson of en) {
    if (!sv.some((other) => idOf(other) === idOf(lesson))) missing(lesson, 'Swedish', problems)
  }
  return sv.flatMap((lesson) => {
    const other = en.find((candidate) => idOf(candidate) === idOf(lesson))
    if (!other) missing(lesson, 'English', problems)
    return other ? [{ sv: lesson, en: other }] : []
  })
}

function idOf(lesson: WrittenLesson): string {
  return lesson.head.value.id
}

function missing(lesson: WrittenLesson, language: string, problems: Problems): void {
  problems.error(
    'S11',
    lesson.head.at('id'),
    `lesson ${idOf(lesson)} has no file in ${language}; add one with the same id`,
  )
}

function reportDoubles(lessons: WrittenLesson[], problems: Problems): void {
  const seen = new Set<string>()
  for (const lesson of lessons) {
    if (seen.has(idOf(lesson)))
      problems.error('S13', lesson.head.at('id'), `lesson id ${idOf(lesson)} is used twice in this course`)
    seen.add(idOf(lesson))
  }
}
