import type { SignedInVisit } from '../visit.ts'
import { recognise } from './identity.ts'
import { recordName } from './store.ts'

/** Sets the learner's name; gives the cookies that know it. */
export async function renameLearner(visit: SignedInVisit, name: string): Promise<string[]> {
  const { db, learner, now, headers, settings, bindings } = visit
  await recordName(db, { learner: learner.id, name, at: now })
  const { setCookies } = await recognise(headers, settings, bindings, true)
  return setCookies
}
