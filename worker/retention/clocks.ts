import { tidyAccounts } from '../accounts/tidy-accounts.ts'
import { deleteKeptTooLong } from '../badges/store.ts'
import { tidyCompanies } from '../companies/events/tidy-companies.ts'
import { deleteExpiredInvitations } from '../companies/invitations/store.ts'
import type { Database } from '../db/client.ts'
import { keptSince } from '../kept-forms/rules.ts'
import { deleteOldForms } from '../kept-forms/store.ts'
import { tidyOutbox } from '../mail/tidy-outbox.ts'
import { deleteAnswersOf } from '../quizzes/store.ts'
import type { ClockName } from './kept.ts'
import { answersMonths, monthsAfter, perRun } from './rules.ts'
import { moveCursor, nextAbsent } from './store.ts'

/** The statements of every clock but the one of absence (erase-absent.ts), which takes more than a statement. */
export function clocks(db: Database, now: Date) {
  return {
    mails: tidyOutbox(db, now),
    accounts: tidyAccounts(db, now),
    companies: tidyCompanies(db, now),
    invitations: [deleteExpiredInvitations(db, now)],
    forms: [deleteOldForms(db, keptSince(now))],
    answers: forgetAnswers(db, now),
    badges: [deleteKeptTooLong(db, now)],
  } satisfies Record<ClockName, readonly unknown[]>
}

/** Practice answers of people who have been away for long; so many people a run. */
function forgetAnswers(db: Database, now: Date) {
  const reach = { since: monthsAfter(now, -answersMonths), most: perRun.answersOf }
  return [...deleteAnswersOf(db, nextAbsent('answers', reach)), moveCursor(db, 'answers', reach)]
}
