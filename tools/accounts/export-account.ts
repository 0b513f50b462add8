import type { Client } from '@libsql/client'

import { inBatch } from '../../worker/db/in-batch.ts'
import { heldAbout } from '../../worker/reports/held/held-about.ts'
import { heldJson } from '../../worker/reports/held/held-document.ts'
import { findAccount } from './find-account.ts'

/**
 * Everything that is held about whoever has an address, as one document of JSON, of one moment; days and times are ISO
 * 8601 in UTC. Throws where nobody has the address.
 */
export async function exportAccount(client: Client, email: string, now: Date): Promise<string> {
  const { db, learner, whos } = await findAccount(client, email)
  const held = await inBatch(db, heldAbout(db, { learner, whos }))
  const late =
    whos === undefined ? { 'forms sent too late': `not readable without SECRET; each goes within an hour` } : {}
  return heldJson(held, { askedFor: email, madeAt: now, late })
}
