import { codeMinutes } from '../accounts/codes/rules.ts'
import { returnDays } from '../accounts/rules.ts'
import { idleDays, longestDays } from '../accounts/session-life.ts'
import { eventMonths } from '../companies/events/tidy-companies.ts'
import { openingDays } from '../companies/openings/rules.ts'
import { codeDays } from '../companies/rules.ts'
import { keepRowsMs } from '../mail/rules.ts'
import { absentMonths, answersMonths, keptBadgeMonths, letterDays } from './rules.ts'

/** A statement of the scheduled run that makes rows go: worker/retention/clocks.ts has one of each name. */
export type ClockName = 'mails' | 'accounts' | 'companies' | 'invitations' | 'forms' | 'answers' | 'badges'

interface Kept {
  /** The tables of it; every table about somebody is in one line or in `withoutClock`. */
  tables: readonly string[]
  /** What makes it go: a clock, the absence of its person, its account, or somebody who is not Navet. */
  by: ClockName | 'absence' | 'account' | 'operator' | 'reader' | 'nothing'
  /** What its words say of how long, from the same constants that the clocks go by. */
  numbers: Record<string, number>
}

const dayMs = 24 * 3_600_000

/** What is kept of people and for how long: a line each of the privacy notice, which so promises what runs. */
export const kept = {
  account: {
    tables: [
      'users',
      'addresses',
      'logins',
      'passkeys',
      'recovery_codes',
      'grants',
      'mail_consents',
      'absences',
      'account_mergers',
    ],
    by: 'absence',
    numbers: { months: absentMonths, first: letterDays.first, last: letterDays.last },
  },
  learning: {
    tables: ['lesson_completions', 'course_completions', 'course_starts', 'attempts', 'submissions', 'remarkings'],
    by: 'account',
    numbers: {},
  },
  answers: { tables: ['answers', 'latest_answers'], by: 'answers', numbers: { months: answersMonths } },
  badges: {
    tables: ['awards', 'credentials', 'reissues'],
    by: 'badges',
    numbers: { years: keptBadgeMonths / 12 },
  },
  companies: {
    tables: ['memberships', 'team_managers', 'earlier_shares', 'earlier_sights'],
    by: 'account',
    numbers: {},
  },
  openings: { tables: ['openings'], by: 'companies', numbers: { days: openingDays } },
  events: { tables: ['audit_entries', 'company_events'], by: 'companies', numbers: { months: eventMonths } },
  invitations: { tables: ['invitations'], by: 'invitations', numbers: { days: codeDays } },
  codes: { tables: ['codes', 'verifications'], by: 'accounts', numbers: { minutes: codeMinutes } },
  removed: { tables: ['removed_addresses'], by: 'accounts', numbers: { days: returnDays } },
  mails: { tables: ['mails', 'bounces'], by: 'mails', numbers: { days: keepRowsMs / dayMs } },
  sessions: { tables: ['sessions'], by: 'accounts', numbers: { idle: idleDays, days: longestDays } },
  forms: { tables: ['kept_forms'], by: 'forms', numbers: {} },
  erased: { tables: ['erasures', 'lapses'], by: 'nothing', numbers: {} },
  log: { tables: [], by: 'operator', numbers: { months: 24 } },
  browser: { tables: [], by: 'reader', numbers: {} },
} as const satisfies Record<string, Kept>

export type KeptName = keyof typeof kept

/** Tables that name somebody and have no line, and why. */
export const withoutClock: Record<string, string> = {
  requirements: 'a random id, of how far a search through all accounts has come: the next search writes over it',
  retention_cursors: 'a random id, of how far a clock has come: its next round writes over it',
}

/** The lines, for a page. */
export function keptLines(): { name: KeptName; numbers: Record<string, number> }[] {
  return Object.entries(kept).map(([name, { numbers }]) => ({ name: name as KeptName, numbers }))
}
