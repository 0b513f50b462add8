import { eraseAccount } from '../accounts/store.ts'
import { recordDepartures } from '../companies/audit/store.ts'
import { forgetInvited, forgetInviter } from '../companies/invitations/store.ts'
import type { Database } from '../db/client.ts'
import { deleteFormsOf } from '../kept-forms/store.ts'

/**
 * Statements that erase an account with everything in it, for one batch; each feature gives its own. `whos`: the
 * account's pseudonyms on its kept forms, where the secret that makes them is known. `farewell` tells its addresses.
 */
export function erasure<Farewell>(
  db: Database,
  {
    learner,
    whos,
    farewell = [],
    now,
  }: { learner: string; whos?: readonly string[] | undefined; farewell?: readonly Farewell[]; now: Date },
) {
  return [
    recordDepartures(db, learner, now),
    forgetInvited(db, learner),
    ...eraseAccount(db, learner, farewell),
    ...forgetInviter(db, learner),
    ...(whos === undefined ? [] : [deleteFormsOf(db, whos)]),
  ] as const
}
