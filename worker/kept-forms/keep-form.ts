import { inBatch } from '../db/in-batch.ts'
import { whoIn, whoOf } from '../accounts/who.ts'
import { randomId } from '../chance.ts'
import type { Visit } from '../visit.ts'
import { keptFields, kindOf } from './rules.ts'
import { recordForm } from './store.ts'

export interface LateForm {
  /** The route that was to take it, where it was sent, and the page that holds the form. */
  route: string
  path: string
  page: string
  fields: [string, string][] | undefined
}

/**
 * Keeps a form whose sender's session had ended, for that person alone and for an hour. Nothing is kept from a browser
 * in which nobody was signed in: nobody could be given it back; and nothing that was only
 * pressed, nor a yes to anything. One round trip.
 * @returns whether there is something to come back to
 */
export async function keepForm(visit: Visit, { route, path, page, fields }: LateForm): Promise<boolean> {
  const { openDb, settings, learner, headers, now } = visit
  const kind = kindOf(route)
  const who = learner ? await whoOf(settings, learner.id) : whoIn(headers, settings)
  const written = keptFields(fields ?? [])
  if (!kind || !who || written.length === 0) return false

  const form = { id: randomId(), who, kind, path, page, fields: written, at: now }
  const { kept } = await inBatch(openDb, recordForm(openDb, form, learner?.id))
  return kept.length > 0
}
