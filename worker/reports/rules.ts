import { coursesOf, termsIn } from '../companies/rules.ts'
import type { InBoth } from '../../formats/catalogue/catalogue.ts'
import type { CellRow, MemberRow } from './store.ts'

/** What a manager sees of one member in one course. */
export interface Cell {
  course: string
  /** `hidden`: this course is not in the terms the member accepted. */
  state: 'none' | 'way' | 'done' | 'hidden'
  doneDay: Day | undefined
  badgeDay: Day | undefined
}

/** `2026-11-23`; `unknown` for a day that is there but cannot be read. */
export type Day = string

export interface Member {
  id: string
  name: string
  role: 'owner' | 'manager' | 'member'
  isViewer: boolean
  team: string | undefined
  /** A consultant or a temp. */
  isOnBehalf: boolean
  /** Where another member has the same name: the day of joining tells them apart. */
  joinedDay: Day | undefined
  cells: Cell[]
}

/** Courses that left the catalogue while somebody on the page holds their badge, in the words of those badges. */
export function formerCourses(cells: readonly CellRow[]): { id: string; title: InBoth<string> }[] {
  const titles = new Map(cells.flatMap(({ course, title, badgeDay }) => (title && badgeDay ? [[course, title]] : [])))
  return [...titles].map(([id, title]) => ({ id, title: JSON.parse(title) as InBoth<string> }))
}

/** Puts rows together: a member's cells in the order of the known courses. */
export function membersOf(rows: readonly MemberRow[], cells: readonly CellRow[], known: readonly string[]): Member[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.member} ${cell.course}`, cell]))
  return rows.map((row) => {
    const accepted = new Set(coursesOf(termsIn(row.courses), known))
    return {
      id: row.id,
      name: row.name,
      role: roleIn(row.role),
      isViewer: row.isViewer === 1,
      team: row.team ?? undefined,
      isOnBehalf: row.onBehalf === 1,
      joinedDay: dayIn(row.joinedDay),
      cells: known.map((course) => cellOf(course, accepted.has(course), byPlace.get(`${row.id} ${course}`))),
    }
  })
}

/** A role that nobody knows is the least of them. */
export function roleIn(stored: string): Member['role'] {
  return stored === 'owner' || stored === 'manager' ? stored : 'member'
}

function cellOf(course: string, isAccepted: boolean, row: CellRow | undefined): Cell {
  if (!isAccepted) return { course, state: 'hidden', doneDay: undefined, badgeDay: undefined }
  const state = row?.doneDay ? 'done' : row?.begun ? 'way' : 'none'
  return { course, state, doneDay: dayIn(row?.doneDay), badgeDay: dayIn(row?.badgeDay) }
}

function dayIn(stored: string | null | undefined): Day | undefined {
  if (stored === null || stored === undefined) return undefined
  const isDay = /^[1-9]\d{3}-\d\d-\d\d$/.test(stored) && !Number.isNaN(Date.parse(stored))
  return isDay ? stored : 'unknown'
}

/** Longer than any name's key may be; a longer one is cut to where the names after it begin. */
const longestKey = 160

/** A place in the name order, as it travels in an address. */
export function cursorOf({ nameKey, id }: { nameKey: string; id: string }): string {
  const letters = [...nameKey]
  const key = letters.length > longestKey ? `${letters.slice(0, longestKey).join('')}\u{10FFFF}` : nameKey
  return btoa(encodeURIComponent(JSON.stringify([key, id])))
}

/** The place a cursor names; the beginning for anything that is none. */
export function placeOf(cursor: string | undefined): { nameKey: string; id: string } {
  try {
    const place: unknown = JSON.parse(decodeURIComponent(atob(cursor ?? '')))
    if (Array.isArray(place) && typeof place[0] === 'string' && typeof place[1] === 'string')
      return { nameKey: place[0], id: place[1] }
  } catch {
    // Not ours: the first page is the answer.
  }
  return { nameKey: '', id: '' }
}
