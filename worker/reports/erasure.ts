import { eraseAccount } from '../accounts/store.ts'
import { forgetInviter } from '../companies/store.ts'
import type { Database } from '../db/client.ts'
import { deleteFormsOf } from '../kept-forms/store.ts'

/**
 * Statements that erase an account with everything in it, for one batch; each feature gives its own. `who`: the
 * account's pseudonym on its kept forms, where the secret that makes it is known. `farewell` tells its addresses.
 */
export function erasure<Farewell>(
  db: Database,
  { learner, who, farewell = [] }: { learner: string; who?: string | undefined; farewell?: readonly Farewell[] },
) {
  return [
    ...eraseAccount(db, learner, farewell),
    ...forgetInviter(db, learner),
    ...(who === undefined ? [] : [deleteFormsOf(db, who)]),
  ] as const
}
