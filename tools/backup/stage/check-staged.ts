import type { Client } from '@libsql/client'

import type { Secrets } from '../format/parts.ts'
import { Problem } from '../../command/problem.ts'
import { checkKeys } from './check-keys.ts'

/** What the check of a whole backup found good. */
export interface Checked {
  /** Badges that were verified; undefined where the signing keys are not in the backup. */
  verified: number | undefined
}

/** Looks at what only all rows together tell, in a staged database. Throws a Problem. */
export async function checkStaged(client: Client, { signingKeys }: Secrets): Promise<Checked> {
  const { rows } = await client.execute('select integrity_check as found from pragma_integrity_check')
  if (rows[0]?.found !== 'ok') throw new Problem(`the restored database is not whole: ${String(rows[0]?.found)}`)
  return { verified: signingKeys ? await checkKeys(client, signingKeys) : undefined }
}
