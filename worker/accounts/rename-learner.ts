import type { SignedInVisit } from '../visit.ts'
import { authOf } from './auth.ts'

/** Sets the learner's name; gives the cookies that know it. */
export async function renameLearner(visit: SignedInVisit, name: string): Promise<string[]> {
  const { headers } = await authOf(visit.bindings).api.updateUser({
    body: { name },
    headers: visit.headers,
    returnHeaders: true,
  })
  return headers.getSetCookie()
}
