import { dayOf, daysAfterDay } from '../../../formats/day.ts'
import { openingDays } from '../../companies/openings/rules.ts'
import { kept, type KeptName } from '../../retention/kept.ts'
import { absentMonths, answersMonths, monthsAfter } from '../../retention/rules.ts'
import type { OwnRows } from './store.ts'

/** What there is of somebody today in a line of what is kept, and the day on which it goes: words and what fills them. */
export interface OwnLine {
  name: KeptName
  numbers: Record<string, number>
  /** `none`: nothing; `rows`: a line that has no words of its own. */
  said: OwnWords | 'none' | 'rows'
  counts: Record<string, number>
  /** `2029-03-01` */
  day?: string | undefined
}

type OwnWords = Exclude<keyof ReturnType<typeof wordsFor>, 'none'>

/**
 * The lines of what is kept, counted for one person on one day. Days come from the constants that the clocks go by
 * (worker/retention). `openedDays`: the days on which their row was opened, as they can read them.
 */
export function countOwnRows(
  own: OwnRows,
  { openedDays, now }: { openedDays: readonly string[]; now: Date },
): OwnLine[] {
  const words = wordsFor(own, { openedDays, now })
  return (Object.keys(kept) as KeptName[]).map((name) => {
    const { numbers, tables } = kept[name]
    const rows = tables.reduce((sum, table) => sum + (own.counts[table] ?? 0), 0)
    if (name in words) {
      const known = name as OwnWords
      const { isThere = rows > 0, counts = {}, day }: Line = words[known]
      return { name, numbers, said: isThere ? known : 'none', counts: { rows, ...counts }, day }
    }
    return { name, numbers, said: rows > 0 ? 'rows' : 'none', counts: { rows } }
  })
}

interface Line {
  /** Where it is not rows of a table. */
  isThere?: boolean
  counts?: Record<string, number>
  day?: string | undefined
}

function wordsFor(own: OwnRows, { openedDays, now }: { openedDays: readonly string[]; now: Date }) {
  const { counts } = own
  const seenAt = own.seenAt ?? now
  const oldest = openedDays.toSorted()[0]
  return {
    account: { day: dayOf(monthsAfter(seenAt, absentMonths)) },
    learning: {
      counts: {
        lessons: count('lesson_completions'),
        courses: count('course_completions'),
        tests: count('submissions'),
      },
    },
    answers: { counts: { answers: count('answers') }, day: dayOf(monthsAfter(seenAt, answersMonths)) },
    badges: { counts: { badges: count('awards') }, isThere: count('awards') > 0 },
    companies: { counts: { companies: count('memberships') } },
    openings: {
      isThere: oldest !== undefined,
      counts: { days: new Set(openedDays).size },
      day: oldest && daysAfterDay(oldest, openingDays),
    },
    invitations: { day: dayAt(own.invitationsUntil) },
    removed: { day: dayAt(own.removedUntil) },
    mails: { counts: { mails: count('mails') } },
    sessions: {},
    events: {},
    codes: {},
    forms: {},
    erased: { isThere: true },
    log: { isThere: true },
    browser: { isThere: true },
  } satisfies Partial<Record<KeptName, Line>>

  function count(table: string): number {
    return counts[table] ?? 0
  }
}

function dayAt(stored: number | null): string | undefined {
  return stored === null ? undefined : dayOf(new Date(stored))
}
