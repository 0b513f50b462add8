import type { Locale } from '../../../../formats/locales.ts'
import { readTexts } from '../../files/read-texts.ts'
import type { SourceFile } from '../../files/source-file.ts'
import { Problems } from '../../problems/problem.ts'
import { readAllCourses, type WrittenCourse } from '../../written/written-course.ts'
import type { WrittenLesson } from '../../written/written-page.ts'
import type { Touch, Touches } from './read-touches.ts'

/** A page that was changed in one language and not in the other, or in easy Swedish, since. */
export interface Behind {
  /** The one that was not changed. */
  path: string
  language: Language
  /** The one that was, and when. */
  other: string
  otherLanguage: Language
  changed: Touch
}

type Language = Locale | 'easy'
type Pair = { sv: string; other: string; language: Exclude<Language, 'sv'> }

/** In days: both languages are seldom written in one commit, least of all in a browser. */
const onePieceOfWork = 14

/** Sorted by course and page, as the courses folder has them. */
export function findBehind(files: readonly SourceFile[], { last, hasBase }: Touches): Behind[] {
  const problems = new Problems()
  const texts = readTexts(files, problems)
  const courses = readAllCourses(files, texts, problems)
  return courses.flatMap(pagesOf).flatMap((pair): Behind[] => {
    const [sv, other] = [last.get(pair.sv), last.get(pair.other)]
    if (!sv || !other) return []
    const lead = hasBase ? Number(sv.isRecent) - Number(other.isRecent) : daysBetween(other.day, sv.day)
    if (Math.abs(lead) <= (hasBase ? 0 : onePieceOfWork)) return []
    // Easy Swedish follows the Swedish: that somebody writes it later says nothing of the other.
    if (lead < 0 && pair.language === 'easy') return []
    return lead > 0
      ? [{ path: pair.other, language: pair.language, other: pair.sv, otherLanguage: 'sv', changed: sv }]
      : [{ path: pair.sv, language: 'sv', other: pair.other, otherLanguage: pair.language, changed: other }]
  })
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** The paths of each page that two have; a lesson is told by its id, for its files may have other names. */
function pagesOf({ about, artefact, pool, lessons, easy }: WrittenCourse): Pair[] {
  return [
    ...[about, pool, artefact].flatMap(({ sv, en }) => pairOf(sv, en, 'en')),
    ...lessons.sv.flatMap((lesson) => pairOf(lesson, sameIn(lessons.en, lesson), 'en')),
    ...pairOf(pool.sv, easy.pool, 'easy'),
    ...lessons.sv.flatMap((lesson) => pairOf(lesson, sameIn(easy.lessons, lesson), 'easy')),
  ]
}

function pairOf(
  sv: { path: string } | undefined,
  other: { path: string } | undefined,
  language: Pair['language'],
): Pair[] {
  return sv && other ? [{ sv: sv.path, other: other.path, language }] : []
}

function sameIn(lessons: readonly WrittenLesson[], { head }: WrittenLesson): WrittenLesson | undefined {
  const id = head.written('id')
  return id === undefined ? undefined : lessons.findLast((lesson) => lesson.head.written('id') === id)
}
