import { daysAfterDay } from '../../../../formats/day.ts'
import { locales } from '../../../../formats/locales.ts'
import type { WrittenCourse } from '../../written/written-course.ts'
import { CannotGoOn } from '../command.ts'
import { readGuideExample } from './guide-example.ts'

/** Texts by their paths within the courses folder. */
export type Skeleton = ReadonlyMap<string, string>

/**
 * A course to be written over: the guide's example with an id, a number and dates of its own.
 * @param today such as `2026-11-24`
 */
export function newCourse(id: string, courses: readonly WrittenCourse[], today: string): Skeleton {
  const number = nextNumber(courses)
  const files = [...readGuideExample()].map(([path, text]) => {
    const own = text
      .replace(/^number: .*$/m, `number: ${number}`)
      .replace(/\bid: [a-z0-9-]+, cell:/, `id: ${id}, cell:`)
    return [`${id}/${path}`, datedFrom(today, path === 'course.yml' ? own : text)] as const
  })
  return new Map(files)
}

/**
 * A lesson to be written over, the next of its course in both languages: the guide's lesson, with an id, dates and the
 * first outcome of its course.
 */
export function newLesson(id: string, course: WrittenCourse, today: string): Skeleton {
  const [outcome] = course.head?.value?.outcomes ?? []
  if (!outcome) throw new CannotGoOn(`${course.id}/course.yml cannot be read; courses:check says why`)
  const cell = outcome.replace(/[a-z]+$/, '')
  const taken = locales.flatMap((locale) => course.lessons[locale].map(({ path }) => Number.parseInt(nameOf(path), 10)))
  const number = String(Math.max(0, ...taken) + 1).padStart(2, '0')
  const files = [...readGuideExample()].flatMap(([path, text]) => {
    const locale = locales.find((each) => path.startsWith(`${each}/0`))
    if (!locale) return []
    let questions = 0
    const own = text
      .replace(/^id: .*$/m, `id: ${id}`)
      .replace(/^competences: .*$/m, `competences: [${cell}]`)
      .replaceAll(/<!-- \{ id: [^,]+, competence: [^,]+,/g, () => {
        questions += 1
        return `<!-- { id: ${id}-${questions}, competence: ${outcome},`
      })
    return [[`${course.id}/${locale}/${number}-${id}.md`, datedFrom(today, own)] as const]
  })
  return new Map(files)
}

/** After the highest there is; C99 is followed by C100. */
function nextNumber(courses: readonly WrittenCourse[]): string {
  const taken = courses.map(({ head }) => Number(head?.value?.number.slice(1) ?? 0))
  return `C${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`
}

/** Read today, and to be read again in half a year, which is right for every kind of lesson. */
function datedFrom(today: string, text: string): string {
  return text
    .replace(/^checked: .*$/m, `checked: ${today}`)
    .replace(/^review_by: .*$/m, `review_by: ${daysAfterDay(today, 180)}`)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
