import { isUnavailable } from '../refusal.ts'
import type { Visit } from '../visit.ts'
import { type Overview, readOverview } from './store.ts'
import { nothing } from './views.ts'

/** What the learner has done; nothing when signed out, or when the database cannot say. */
export async function readOwn({
  db,
  learner,
  learnerUnknown,
}: Visit): Promise<{ overview: Overview; unavailable: boolean }> {
  if (!learner) return { overview: nothing, unavailable: learnerUnknown }
  try {
    return { overview: await readOverview(db, learner.id), unavailable: false }
  } catch (error) {
    if (isUnavailable(error)) return { overview: nothing, unavailable: true }
    throw error
  }
}
