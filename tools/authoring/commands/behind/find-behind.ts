import { type InBoth, type Locale, locales } from '../../../../formats/locales.ts'
import { readTexts } from '../../files/read-texts.ts'
import type { SourceFile } from '../../files/source-file.ts'
import { Problems } from '../../problems/problem.ts'
import { readAllCourses, type WrittenCourse } from '../../written/written-course.ts'
import type { Touch, Touches } from './read-touches.ts'

/** A page that was changed in one language and not in the other since. */
export interface Behind {
  /** The one that was not changed. */
  path: string
  locale: Locale
  /** The one that was, and when. */
  other: string
  changed: Touch
}

/** In days: both languages are seldom written in one commit, least of all in a browser. */
const onePieceOfWork = 14

/** Sorted by course and page, as the courses folder has them. */
export function findBehind(files: readonly SourceFile[], { last, hasBase }: Touches): Behind[] {
  const problems = new Problems()
  const texts = readTexts(files, problems)
  const courses = readAllCourses(files, texts, problems)
  return courses.flatMap(pagesOf).flatMap((pair): Behind[] => {
    const [sv, en] = [last.get(pair.sv), last.get(pair.en)]
    if (!sv || !en) return []
    const lead = hasBase ? Number(sv.isRecent) - Number(en.isRecent) : daysBetween(en.day, sv.day)
    if (Math.abs(lead) <= (hasBase ? 0 : onePieceOfWork)) return []
    return lead > 0
      ? [{ path: pair.en, locale: 'en', other: pair.sv, changed: sv }]
      : [{ path: pair.sv, locale: 'sv', other: pair.en, changed: en }]
  })
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** The paths of each page that both languages have; a lesson is told by its id, for its files may have other names. */
function pagesOf({ about, artefact, pool, lessons }: WrittenCourse): InBoth<string>[] {
  const fixed = [about, pool, artefact].flatMap(({ sv, en }) => (sv && en ? [{ sv: sv.path, en: en.path }] : []))
  const ids = (locale: Locale) => new Map(lessons[locale].map(({ head, path }) => [head.written('id'), path]))
  const [sv, en] = locales.map(ids) as [Map<string | undefined, string>, Map<string | undefined, string>]
  const pairs = [...sv].flatMap(([id, path]) => {
    const english = id === undefined ? undefined : en.get(id)
    return english === undefined ? [] : [{ sv: path, en: english }]
  })
  return [...fixed, ...pairs]
}
