import { heldInAccounts } from '../../accounts/held/store.ts'
import { emailsOf } from '../../accounts/store.ts'
import { heldInBadges } from '../../badges/held/store.ts'
import { heldInCompanies } from '../../companies/held/store.ts'
import { heldInCredentials } from '../../credentials/held/store.ts'
import type { Database } from '../../db/client.ts'
import { heldInKeptForms } from '../../kept-forms/held/store.ts'
import { heldInMail } from '../../mail/held/store.ts'
import { heldInProgress } from '../../progress/held/store.ts'
import { heldInQuizzes } from '../../quizzes/held/store.ts'

/**
 * Statements that read everything held about somebody, for one batch, so that it is of one moment; each feature gives
 * its own. `who`: the account's pseudonym on its kept forms, where the secret that makes it is known.
 */
export function heldAbout(db: Database, { learner, whos }: { learner: string; whos: readonly string[] | undefined }) {
  return {
    ...heldInAccounts(db, learner),
    ...heldInMail(db, learner, emailsOf(learner)),
    ...heldInProgress(db, learner),
    ...heldInQuizzes(db, learner),
    ...heldInBadges(db, learner),
    ...heldInCredentials(db, learner),
    ...heldInCompanies(db, learner),
    ...(whos === undefined ? {} : heldInKeptForms(db, whos)),
  }
}
