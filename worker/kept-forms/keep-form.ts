import { whoIn, whoOf } from '../accounts/who.ts'
import type { Visit } from '../visit.ts'
import { recordForm } from './store.ts'

export interface LateForm {
  /** Where it was sent, and the page that holds the form. */
  path: string
  page: string
  fields: [string, string][] | undefined
}

/**
 * Keeps a form whose sender's session had ended, for that person alone and for an hour. Nothing is kept from a browser
 * in which nobody was signed in: nobody could be given it back. One round trip.
 * @returns whether there is something to come back to
 */
export async function keepForm(visit: Visit, { path, page, fields }: LateForm): Promise<boolean> {
  const { openDb, settings, learner, headers, now } = visit
  const who = learner ? await whoOf(settings, learner.id) : whoIn(headers, settings)
  if (!who || !fields || fields.length === 0) return false

  await recordForm(openDb, { who, path, page, fields, at: now })
  return true
}
