import { dayOf } from '../../../../formats/day.ts'
import { nameKey } from '../../name-key.ts'
import { againFrom, mayMail } from '../rules.ts'
import type { ListRow, RowFault } from './read-list.ts'

/** What is known of an address in a company. */
interface KnownAddress {
  email: string
  isMember: boolean
  isOpen: boolean
  /** Of all invitations to it that are still there, withdrawn ones too: the last mail, and how many there were. */
  sentAt: Date | null
  sends: number
}

/** What becomes of one row of a list. */
export type Outcome =
  | { kind: 'invited'; team: string | undefined }
  | { kind: 'member' }
  /** Has an open invitation: no new mail. */
  | { kind: 'open' }
  /** Withdrawn, and mailed not long ago, or often. */
  | { kind: 'rests'; from: string | undefined }
  | { kind: 'twice'; line: number }
  | { kind: 'stopped'; fault: RowFault | 'domain'; meant: string | undefined }

export interface JudgedRow extends Omit<ListRow, 'fault' | 'meant'> {
  outcome: Outcome
}

interface Judging {
  known: ReadonlyMap<string, KnownAddress>
  /** How often each domain is invited to already. */
  domains: ReadonlyMap<string, number>
  /** Whoever sends the list says that the addresses are right as they stand. */
  isSure: boolean
  now: Date
}

/** What becomes of each row: nobody twice, nobody who is in or invited already, and no address that looks mistyped. */
export function judgeRows(rows: readonly ListRow[], { known, isSure, now, domains }: Judging): JudgedRow[] {
  const firstLine = new Map<string, number>()
  const usual = usualDomains(rows, domains)
  return rows.map(({ fault, meant, ...row }) => {
    if (fault || !row.email) return { ...row, outcome: { kind: 'stopped', fault: fault ?? 'no-address', meant } }
    const before = firstLine.get(row.email)
    if (before !== undefined) return { ...row, outcome: { kind: 'twice', line: before } }
    firstLine.set(row.email, row.line)
    return { ...row, outcome: judged(row.email, row.team) }
  })

  function judged(email: string, team: string | undefined): Outcome {
    const address = known.get(email)
    if (address?.isMember) return { kind: 'member' }
    if (address?.isOpen) return { kind: 'open' }
    if (address && !mayMail(address, now)) return { kind: 'rests', from: dayFrom(againFrom(address)) }
    const meant = isSure ? undefined : meantAddress(email, usual)
    return meant ? { kind: 'stopped', fault: 'domain', meant } : { kind: 'invited', team }
  }
}

function dayFrom(at: Date | undefined): string | undefined {
  return at && dayOf(at)
}

function usualDomains(rows: readonly ListRow[], invited: ReadonlyMap<string, number>): Map<string, number> {
  const counted = new Map(invited)
  for (const email of new Set(rows.map((row) => row.email))) {
    if (email) counted.set(domainOf(email), (counted.get(domainOf(email)) ?? 0) + 1)
  }
  return counted
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1)
}

/** The address at the usual domain that this one misses by a letter or two, where nobody else is at its own. */
function meantAddress(email: string, usual: ReadonlyMap<string, number>): string | undefined {
  const domain = domainOf(email)
  if ((usual.get(domain) ?? 0) > 1) return undefined
  const allowed = domain.length < 9 ? 1 : 2
  const [near] = [...usual]
    .filter(([other, count]) => other !== domain && count >= 3 && distance(domain, other) <= allowed)
    .toSorted(([, a], [, b]) => b - a)
  return near && `${email.slice(0, email.lastIndexOf('@'))}@${near[0]}`
}

/** How many letters are missing, too many, wrong or changed places with their neighbour; 3 stands for more. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = isSwapped ? rows[i - 2]![j - 2]! + 1 : change
      row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, change, swap))
    }
    rows.push(row)
  }
  return Math.min(3, rows[a.length]![b.length]!)
}

/** Teams that a list names and that are not there, once each, as they were written first. */
export function newTeams(rows: readonly JudgedRow[], teams: readonly string[]): string[] {
  const known = new Set(teams.map(nameKey))
  const made: string[] = []
  for (const { outcome } of rows) {
    const team = outcome.kind === 'invited' ? outcome.team : undefined
    if (!team || known.has(nameKey(team))) continue
    known.add(nameKey(team))
    made.push(team)
  }
  return made
}
