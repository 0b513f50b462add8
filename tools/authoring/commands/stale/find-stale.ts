import { daysAfterDay } from '../../../../formats/day.ts'
import { type Place, Problems } from '../../problems/problem.ts'
import { dayRead, whyNotShown } from '../../files/facts.ts'
import { readTexts } from '../../files/read-texts.ts'
import { type Fact, FactsFile } from '../../files/schemas.ts'
import type { SourceFile } from '../../files/source-file.ts'
import { wordingsOf } from '../../written/wordings.ts'
import { readAllCourses, type WrittenCourse } from '../../written/written-course.ts'
import type { WrittenLesson } from '../../written/written-page.ts'
import { type Placed, readYaml } from '../../files/yaml-source.ts'

/** A lesson or fact whose source somebody should open again. */
export interface Due {
  what: 'lesson' | 'fact'
  id: string
  state: 'past' | 'near'
  place: Place
  /** The last day on which it is fresh, and the day when it was last checked, `2026-11-23`. */
  due: string
  checked: string
  /** The lesson's own address `course/lesson`, or those of the lessons that list or cite the fact. */
  lessons: string[]
}

/** A fact whose official page nobody has opened: work for a reader with a browser. */
export interface ToOpen {
  id: string
  place: Place
  /** What has been read instead. */
  read: Fact['read']
  /** Why the sentences that cite it are left out; null where they are shown. */
  leftOut: string | null
  /** The official address, where it is known. */
  url: string | null
  /** How many sentences cite it, in both languages. */
  citations: number
  lessons: string[]
}

export interface Stale {
  /** Sorted by the day they are due. */
  due: Due[]
  /** In the order of use: first what most sentences wait for, or rest on. */
  toOpen: ToOpen[]
  /** Files that could not be read, so that nothing is known of them. */
  unread: string[]
}

/** A law changes faster than other things (checks.md, L19). In days. */
const freshFor = { law: 180, other: 365 }

/**
 * Finds lessons and facts that are past their date on a day, or will be within some days. A lesson is due on the
 * earliest `review_by` of its languages, easy Swedish among them; a fact 365 days after its source was read, or 180 when a lesson about law
 * lists it.
 */
export function findStale(files: readonly SourceFile[], today: string, within: number): Stale {
  const problems = new Problems()
  const texts = readTexts(files, problems)
  const courses = readAllCourses(files, texts, problems)
  const facts = readFacts(texts.get('facts.yml') ?? '', problems)
  const lessons = courses.flatMap(lessonsIn)
  const uses = facts.entries.map((fact) => ({
    ...fact,
    users: lessons.filter((lesson) => usesFact(lesson, fact.fact.id)),
  }))
  const soon = daysAfterDay(today, within)
  const all = [...lessons.flatMap(dueLesson), ...uses.flatMap(dueFact)]
  return {
    due: all
      .filter(({ due }) => due <= soon)
      .map((entry): Due => ({ ...entry, state: entry.due < today ? 'past' : 'near' }))
      .sort((a, b) => order(a.due, b.due) || order(a.id, b.id)),
    toOpen: uses
      .filter(({ fact }) => fact.read !== 'original' || whyNotShown(fact, false) !== undefined)
      .map(toOpen)
      .sort(inOrderOfUse),
    unread: [...courses.flatMap(unreadIn), ...(facts.isRead ? [] : ['facts.yml'])],
  }
}

interface FactEntry {
  fact: Fact
  place: Place
}

function readFacts(text: string, problems: Problems): { entries: FactEntry[]; isRead: boolean } {
  const file: Placed<FactsFile> = readYaml({ path: 'facts.yml', text, line: 1, column: 1 }, FactsFile, problems)
  const entries = file.value?.facts.map((fact, i) => ({ fact, place: file.at('facts', i, dayKey(fact)) }))
  return { entries: entries ?? [], isRead: entries !== undefined }
}

/** The key that says when it was read, or the nearest there is. */
function dayKey({ checked, read_on: readOn }: Fact): string {
  return checked !== undefined ? 'checked' : readOn !== undefined ? 'read_on' : 'read'
}

type Used = FactEntry & { users: LessonEntry[] }

interface LessonEntry {
  id: string
  /** `course/lesson` */
  address: string
  pages: WrittenLesson[]
}

function lessonsIn(written: WrittenCourse): LessonEntry[] {
  const course = written.id
  const pages = pagesIn(written).filter((lesson) => lesson.head.value)
  const ids = [...new Set(pages.map((page) => page.head.value!.id))]
  return ids.map((id) => ({
    id,
    address: `${course}/${id}`,
    pages: pages.filter((page) => page.head.value!.id === id),
  }))
}

function unreadIn(written: WrittenCourse): string[] {
  return pagesIn(written).flatMap(({ head, path }) => (head.value ? [] : [path]))
}

function pagesIn(written: WrittenCourse): WrittenLesson[] {
  return wordingsOf(written).flatMap(({ lessons }) => lessons)
}

function usesFact({ pages }: LessonEntry, fact: string): boolean {
  return pages.some(({ head, body }) => head.value!.facts.includes(fact) || body.text.includes(`[^${fact}]`))
}

function dueLesson({ id, address, pages }: LessonEntry): Omit<Due, 'state'>[] {
  const [first] = pages.toSorted((a, b) => order(a.head.value!.review_by, b.head.value!.review_by))
  if (!first) return []
  const { review_by: due, checked } = first.head.value!
  return [{ what: 'lesson', id, place: first.head.at('review_by'), due, checked, lessons: [address] }]
}

function dueFact({ fact, place, users }: Used): Omit<Due, 'state'>[] {
  const { id } = fact
  const checked = dayRead(fact)
  const isLaw = isOfLaw(users)
  if (checked === undefined || whyNotShown(fact, isLaw)) return []
  const due = daysAfterDay(checked, isLaw ? freshFor.law : freshFor.other)
  return [{ what: 'fact', id, place, due, checked, lessons: users.map((lesson) => lesson.address) }]
}

function isOfLaw(users: readonly LessonEntry[]): boolean {
  return users.some(({ pages }) => pages.some(({ head }) => head.value!.tags.includes('law')))
}

function toOpen({ fact, place, users }: Used): ToOpen {
  const cited = users.flatMap(({ pages }) => pages.map(({ body }) => body.text.split(`[^${fact.id}]`).length - 1))
  return {
    id: fact.id,
    place,
    read: fact.read,
    leftOut: whyNotShown(fact, isOfLaw(users)) ?? null,
    url: fact.url ?? null,
    citations: cited.reduce((sum, count) => sum + count, 0),
    lessons: users.map((lesson) => lesson.address),
  }
}

/** What is left out comes before what is shown from a copy; then what more sentences cite, and more lessons list. */
function inOrderOfUse(a: ToOpen, b: ToOpen): number {
  const waits = (entry: ToOpen) => Number(entry.leftOut !== null && entry.lessons.length > 0)
  return waits(b) - waits(a) || b.citations - a.citations || b.lessons.length - a.lessons.length || order(a.id, b.id)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
