import { type Column, getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

import { dayInWords, dayOf } from '../../../formats/day.ts'

const dayMs = 24 * 3_600_000

/**
 * Values that stand nowhere but in one column of one world's rows, and what column that is: whoever is told one of them
 * was told that column; of a moment also `(time)`, its clock or closer, and `(day)`. Texts are 32 hexadecimal digits, numbers eight digits, moments lie on days that nothing else has.
 */
export class Markers {
  private readonly columns = new Map<string, string>()
  /** Days and clocks of moments so far. */
  private readonly taken = new Set<string>()
  /** Columns in which something is marked. */
  readonly marked = new Set<string>()
  /** What looks like a mark and is none, such as the version of a question. */
  readonly everybodys = new Set<string>()

  /**
   * A row of a table with a mark in each column; `given` holds what cannot be one, or must be something else. `what`
   * tells a row from others of its table that may be told: `awards.day, withdrawn`.
   */
  row(table: SQLiteTable, given: Record<string, unknown>, what: string | undefined): Record<string, unknown> {
    const columns = Object.entries(getTableColumns(table))
    const strange = Object.keys(given).filter((key) => !columns.some(([name]) => name === key))
    if (strange.length > 0) throw new Error(`${getTableName(table)} has no ${strange.join(', ')}`)
    return Object.fromEntries(
      columns.map(([key, column]) => [
        key,
        this.value(
          `${getTableName(table)}.${column.name}`,
          column,
          what,
          key in given ? { value: given[key] } : undefined,
        ),
      ]),
    )
  }

  private value(
    column: string,
    { dataType, enumValues }: Column,
    what: string | undefined,
    given: { value: unknown } | undefined,
  ): unknown {
    if (given) return this.know(column, what, given.value)
    if (dataType === 'date') return this.know(column, what, this.moment())
    if (dataType === 'number') return this.know(column, what, number())
    if (dataType === 'string' && !enumValues?.length) return this.know(column, what, text())
    throw new Error(
      `${column} cannot be marked by itself (${dataType}${enumValues ? ' of a list' : ''}): ` +
        'say in test/support/isolation/marked-rows.ts what it holds',
    )
  }

  /** Takes note of a value of a column, where it can be known again. */
  private know<T>(column: string, what: string | undefined, value: T): T {
    const name = what ? `${column}, ${what}` : column
    const marks = markedIn(value).filter((mark) => !this.everybodys.has(mark))
    for (const mark of marks) this.add(mark, name)
    if (value instanceof Date) this.knowMoment(name, value)
    if (value instanceof Date || marks.length > 0) this.marked.add(column)
    return value
  }

  private knowMoment(name: string, at: Date): void {
    const ms = at.getTime()
    const time = `${name} (time)`
    this.add(String(ms), time)
    this.add(String(Math.floor(ms / 1000)), time)
    for (const spelt of spellingsOfTime(at)) this.add(spelt, time)
    for (const clock of clocksOf(at)) if (this.taken.has(clock)) this.add(clock, time)
    for (const day of daysOf(at).filter((each) => this.taken.has(each)))
      for (const each of spellingsOf(day)) this.add(each, `${name} (day)`)
  }

  private add(value: string, name: string): void {
    // What refers to a row holds that row's id: it is the id that is told.
    if (!this.columns.has(value)) this.columns.set(value, name)
  }

  /**
   * A moment so many days from now, or on some day of years when nothing else happened; with a clock of its own here
   * and in UTC, and never the one that it is now.
   */
  moment(fromNow?: number): Date {
    return this.untaken(() => {
      const days = fromNow ?? -Math.ceil(1000 + Math.random() * 2500)
      const hours = new Date().getUTCHours() + 4 + Math.random() * 16
      const at = new Date((Math.floor(Date.now() / dayMs + days) + (hours % 24) / 24) * dayMs)
      return [at, fromNow === undefined ? daysOf(at) : []]
    })
  }

  /** Some hours ago, or a little before: with a clock of its own as well. */
  hoursAgo(hours: number): Date {
    return this.untaken(() => [new Date(Date.now() - (hours + Math.random()) * 3_600_000), []])
  }

  /** The first of many that has what nothing else has. */
  private untaken(some: () => [Date, string[]]): Date {
    for (;;) {
      const [at, days] = some()
      const own = [...clocksOf(at), ...days]
      if (own.some((each) => this.taken.has(each) || /:\d[05]$/.test(each))) continue
      for (const each of own) this.taken.add(each)
      return at
    }
  }

  /** A day by itself, as a column holds it, and marked as that column's. */
  day(): string {
    return dayOf(this.moment())
  }

  /** Every column of which a text tells something: as it is, or within what can be decoded. */
  toldIn(text: string, depth = 0): Set<string> {
    const found = new Set<string>()
    for (const token of tokensOf(text)) {
      const name = this.columns.get(token)
      if (name) found.add(name)
    }
    if (depth < 3) for (const inner of decoded(text)) for (const name of this.toldIn(inner, depth + 1)) found.add(name)
    return found
  }
}

export function text(): string {
  return `a${crypto.randomUUID().replaceAll('-', '').slice(1)}`
}

export function number(): number {
  return 10_000_000 + Math.floor(Math.random() * 80_000_000)
}

/** Marks inside a value: of JSON all that are in it; a day also as people write it. */
function markedIn(value: unknown): string[] {
  if (value instanceof Date || value === null || value === undefined || typeof value === 'boolean') return []
  const written = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const marks = written.match(/[0-9a-f]{32}|\b\d{8}\b|\b[0-9A-Z]{16}\b/g) ?? []
  return /^20[12]\d-\d\d-\d\d$/.test(written) ? [...marks, ...spellingsOf(written)] : marks
}

/** As people write a day, with its month as long or short as it may be. */
function spellingsOf(day: string): string[] {
  const short = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  const at = new Date(`${day}T00:00Z`)
  const shortened = [at.toLocaleDateString('sv-SE', short), at.toLocaleDateString('en-GB', short)]
  return [day, dayInWords(day, 'sv'), dayInWords(day, 'en'), ...shortened.map((each) => each.replace('.', ''))]
}

/** To the minute, in UTC and in Sweden. */
function spellingsOfTime(at: Date): string[] {
  const swedish = at.toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' })
  return [at.toISOString().replace('T', ' '), swedish].map((each) => each.slice(0, 16))
}

/** In UTC and in Sweden. */
function daysOf(at: Date): string[] {
  return [...new Set(spellingsOfTime(at).map((each) => each.slice(0, 10)))]
}

function clocksOf(at: Date): string[] {
  return spellingsOfTime(at).map((each) => each.slice(11))
}

/** What may be a mark: identifiers, codes, numbers, moments, days, clocks. */
function tokensOf(written: string): string[] {
  const text = written.replaceAll(/[\u00a0\u202f]|&nbsp;/g, ' ')
  const whole = text.replaceAll(/(?<=\d) (?=\d{3}\b)/g, '')
  return [
    ...(text.match(/[0-9a-f]{32}/g) ?? []),
    ...(text.match(/\b[0-9A-Z]{16}\b/g) ?? []),
    ...(text.match(/\b\d{8,13}\b/g) ?? []),
    ...(whole.match(/\b\d{8,13}\b/g) ?? []),
    ...[...text.matchAll(/\b(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?/g)].flatMap(([, day, clock]) =>
      clock ? [day!, `${day} ${clock}`] : [day!],
    ),
    ...[...text.matchAll(/\b(\d{1,2} \p{L}+)\.? (\d{4})\b/gu)].map(([, day, year]) => `${day} ${year}`),
    // Of a time with seconds only its hour and minute are a clock.
    ...(text.replaceAll(/<svg[\s\S]*?<\/svg>/g, '').match(/(?<![\d:.T])\d\d[:.]\d\d(?!\d)/g) ?? []).map((clock) =>
      clock.replace('.', ':'),
    ),
  ]
}

/** Base64 in a text, opened: cursors, cookies and signed files hide what they hold. */
function decoded(text: string): string[] {
  return (text.match(/[A-Za-z0-9_-]{24,}/g) ?? []).flatMap((token) => {
    try {
      const plain = atob(token.replaceAll('-', '+').replaceAll('_', '/'))
      return /[^\t\n\r\x20-\x7e]/.test(plain) ? [] : [plain.replaceAll('%22', '"')]
    } catch {
      return []
    }
  })
}
