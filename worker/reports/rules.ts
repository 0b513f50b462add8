import type { InBoth } from '../courses/catalogue.ts'
import { coursesOf } from '../companies/rules.ts'
import type { CellRow, MemberRow } from './store.ts'

/** What a manager sees of one member in one course. */
export interface Cell {
  course: string
  /** `hidden`: this course is not in the terms the member accepted. */
  state: 'none' | 'way' | 'done' | 'hidden'
  doneDay: string | undefined
  badgeDay: string | undefined
}

export interface Member {
  id: string
  name: string
  role: MemberRow['role']
  isViewer: boolean
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
    const accepted = new Set(coursesOf(JSON.parse(row.courses) as string[] | 'all', known))
    return {
      id: row.id,
      name: row.name,
      role: row.role,
      isViewer: row.isViewer === 1,
      cells: known.map((course) => cellOf(course, accepted.has(course), byPlace.get(`${row.id} ${course}`))),
    }
  })
}

function cellOf(course: string, isAccepted: boolean, row: CellRow | undefined): Cell {
  if (!isAccepted) return { course, state: 'hidden', doneDay: undefined, badgeDay: undefined }
  const state = row?.doneDay ? 'done' : row?.begun ? 'way' : 'none'
  return { course, state, doneDay: row?.doneDay ?? undefined, badgeDay: row?.badgeDay ?? undefined }
}

/** A place in the name order, as it travels in an address. */
export function cursorOf({ nameKey, id }: { nameKey: string; id: string }): string {
  return btoa(encodeURIComponent(JSON.stringify([nameKey, id])))
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
