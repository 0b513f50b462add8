import { type NameFault, readAddress, readName } from '../../../accounts/rules.ts'
import { Address } from '../../../accounts/forms.ts'
import { nameKey } from '../../name-key.ts'
import { headedBy, isHeader } from './list-header.ts'
import { type ListLine, splitCells } from './split-cells.ts'

export const mostRows = 500

export type RowFault =
  | 'no-address'
  | 'two-addresses'
  | 'no-such-address'
  | 'swedish-letters'
  | 'too-many-cells'
  | `name-${Exclude<NameFault, 'required'>}`
  | `team-${Exclude<NameFault, 'required'>}`

/** One person of a list: whom to invite, or why not. */
export interface ListRow {
  line: number
  /** As it stood. */
  text: string
  name: string | undefined
  email: string | undefined
  team: string | undefined
  fault: RowFault | undefined
  /** What was perhaps meant, where the address cannot be right. */
  meant?: string | undefined
}

interface Cells {
  name: string
  email: string
  team: string
}

/**
 * The people of a pasted list: name, address and team in any order, with a row of headings or none. `teams` are those
 * that there are: they tell a team from a name. Gives the number of people where they are more than so many at a time.
 */
export function readList(
  text: string,
  teams: readonly string[],
): { rows: ListRow[]; heading: string | undefined } | { tooMany: number } {
  const lines = splitCells(text).flatMap(onePersonEach)
  const header = lines[0] && isHeader(lines[0].cells) ? headedBy(lines[0].cells) : undefined
  const people = header ? lines.slice(1) : lines
  if (people.length > mostRows) return { tooMany: people.length }

  const isTeamFirst = !header && teamsComeFirst(people, teams)
  const rows = people.map((line) => rowOf(line, header ? header(line.cells) : unheaded(line.cells, isTeamFirst)))
  return { rows, heading: header && lines[0]?.text }
}

/** The receivers of a mail on one line are so many people: each cell has an address, and there are several. */
function onePersonEach(line: ListLine): ListLine[] {
  const cells = line.cells.filter(Boolean)
  if (cells.length < 2 || !cells.every(isAddress)) return [line]
  return cells.map((cell) => ({ line: line.line, text: cell, cells: [cell] }))
}

function isAddress(cell: string): boolean {
  return /[^\s@]@[^\s@]/.test(cell)
}

/** Without headings an address is known by its sign; what stands first of the rest is the name, unless teams do. */
function unheaded(cells: readonly string[], isTeamFirst: boolean): Cells | RowFault {
  const rest = cells.filter((cell) => cell && !isAddress(cell))
  const addresses = cells.filter(isAddress)
  if (addresses.length === 0) return 'no-address'
  if (addresses.length > 1) return 'two-addresses'
  if (rest.length > 2) return 'too-many-cells'
  const [, beside = ''] = /^\s*(.*?)\s*<[^<>]*>\s*$/.exec(addresses[0]!) ?? []
  // The name of `Anna Berg <anna@firma.se>`: then a cell beside it is the team.
  if (beside && rest.length < 2) return { name: beside, email: addresses[0]!, team: rest[0] ?? '' }
  const [first = '', second = ''] = rest
  const isTeam = isTeamFirst && rest.length === 2
  return { name: isTeam ? second : first, email: addresses[0]!, team: isTeam ? first : second }
}

/** Of two columns the teams are those that are known, or that come again. One answer for the whole list. */
function teamsComeFirst(lines: readonly ListLine[], teams: readonly string[]): boolean {
  const known = new Set(teams.map(nameKey))
  const pairs = lines
    .map(({ cells }) => cells.filter((cell) => cell && !isAddress(cell)).map(nameKey))
    .filter((cells) => cells.length === 2)
  const [first, second] = [0, 1].map((place) => {
    const column = pairs.map((cells) => cells[place]!)
    const times = new Map<string, number>()
    for (const cell of column) times.set(cell, (times.get(cell) ?? 0) + 1)
    return column.filter((cell) => known.has(cell)).length * 1000 + column.filter((cell) => times.get(cell)! > 1).length
  })
  return first! > second!
}

function rowOf({ line, text }: ListLine, cells: Cells | RowFault): ListRow {
  const row = { line, text, name: undefined, email: undefined, team: undefined, fault: undefined }
  if (typeof cells === 'string') return { ...row, fault: cells }

  const address = addressIn(cells.email)
  if ('fault' in address) return { ...row, ...address, name: nameIn(cells.name) }
  const name = cells.name ? readName(cells.name) : undefined
  const team = cells.team ? readName(cells.team) : undefined
  const { email } = address
  if (name && 'fault' in name) return { ...row, email, fault: `name-${faultIn(name.fault)}` }
  if (team && 'fault' in team) return { ...row, email, name: name?.name, fault: `team-${faultIn(team.fault)}` }
  return { ...row, email, name: name?.name, team: team?.name }
}

function nameIn(text: string): string | undefined {
  const read = readName(text)
  return 'name' in read ? read.name : undefined
}

/** A cell that is there is never empty. */
function faultIn(fault: NameFault): Exclude<NameFault, 'required'> {
  return fault === 'required' ? 'odd-characters' : fault
}

/** A domain of å, ä and ö is written as mail servers do; before the @ no mail of ours finds its way to such letters. */
function addressIn(text: string): { email: string } | { fault: RowFault; meant?: string } {
  if (!text) return { fault: 'no-address' }
  const read = Address.safeParse(text)
  if (read.success) return { email: read.data }

  const plain = readAddress(text)
  const local = plain.slice(0, plain.lastIndexOf('@'))
  if (!/[^\p{ASCII}]/u.test(local)) return { fault: 'no-such-address' }
  const meant = Address.safeParse(plain.normalize('NFD').replace(/\p{M}/gu, ''))
  return { fault: 'swedish-letters', ...(meant.success ? { meant: meant.data } : {}) }
}
