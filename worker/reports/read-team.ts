import { recordOpening } from '../companies/openings/record-opening.ts'
import type { OpeningRow } from '../companies/openings/store.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { cursorOf, formerCourses, type Member, membersOf, placeOf } from './rules.ts'
import { type CompanyRow, pageSize, readOwnRow, readTeamPage } from './store.ts'
import type { OwnTerms } from './seen/store.ts'

type Former = ReturnType<typeof formerCourses>

export interface Team {
  company: CompanyRow
  members: Member[]
  former: Former
  /** Cursor of the next page, if there is one. */
  next: string | undefined
  /** The team's live join code. */
  code: string | undefined
}

/** One page of those whom somebody runs: the whole company, or the teams that are theirs. Not found for anybody else, whether or not it exists. */
export async function readTeam(
  visit: SignedInVisit,
  company: string,
  cursor?: string,
  limit = pageSize,
): Promise<Team> {
  const { db, learner, catalogue, now } = visit
  const opened = recordOpening(visit, company)
  const known = catalogue.courses.map((course) => course.id)
  const read = await readTeamPage(db, { company, viewer: learner.id, after: placeOf(cursor), known, now, opened })
  if (!read.company) throw new Refusal('not-found', 'company')

  const rows = read.members.slice(0, limit)
  const last = read.members.length > limit ? rows.at(-1) : undefined
  const former = formerCourses(read.cells)
  return {
    company: read.company,
    members: membersOf(rows, read.cells, [...known, ...former.map(({ id }) => id)]),
    former,
    next: last && cursorOf(last),
    code: read.code,
  }
}

/** What the company sees of the learner: the same row that a manager reads; and who opened it. */
export async function readSeen(
  { db, learner, catalogue, now }: SignedInVisit,
  company: string,
): Promise<{ company: CompanyRow; member: Member; former: Former; own: OwnTerms; openings: OpeningRow[] }> {
  const known = catalogue.courses.map((course) => course.id)
  const read = await readOwnRow(db, { company, viewer: learner.id, known, now })
  const former = formerCourses(read.cells)
  const [member] = membersOf(read.members, read.cells, [...known, ...former.map(({ id }) => id)])
  if (!read.company || !read.own || !member) throw new Refusal('not-found', 'company')
  return { company: read.company, member, former, own: read.own, openings: read.openings }
}
