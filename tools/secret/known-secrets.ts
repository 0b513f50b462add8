import { shortestSecret } from '../../worker/secrets-before.ts'
import { Problem } from '../command/problem.ts'
import { parseBefore, readSecrets, type Secrets } from './secret-files.ts'

/** SECRET and former ones, as the worker is told them, or else as the data folder keeps them. Null where this machine does not know. */
export async function knownSecrets(): Promise<Secrets | null> {
  const { SECRET, SECRETS_BEFORE, LIBSQL_URL, DATA_DIR = '.data' } = process.env
  if (SECRET && SECRET.length < shortestSecret)
    throw new Problem(
      `SECRET has ${SECRET.length} characters, so it is not what Navet has now: that has at least ${shortestSecret}`,
    )
  if (SECRET) return { secret: SECRET, before: parseBefore(SECRETS_BEFORE || '[]', 'SECRETS_BEFORE') }
  // With a database elsewhere, the folder's secret may be that of another Navet.
  if (LIBSQL_URL) return null
  return (await readSecrets(DATA_DIR)) ?? null
}
