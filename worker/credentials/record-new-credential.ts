import type { Database } from '../db/client.ts'
import { midnightOf } from '../../formats/day.ts'
import { recordCredential } from './store.ts'

/** The credential of an award that the same batch makes, if it does; it is signed later. */
export function recordNewCredential(db: Database, award: { id: string; learner: string; day: string }) {
  return recordCredential(db, {
    award: award.id,
    learner: award.learner,
    subject: `urn:uuid:${crypto.randomUUID()}`,
    validFrom: midnightOf(award.day),
  })
}
