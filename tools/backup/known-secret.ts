import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** SECRET as the worker is told it, or else as the data folder keeps it. Null where this machine does not know it. */
export async function knownSecret(): Promise<string | null> {
  const { SECRET, LIBSQL_URL, DATA_DIR = '.data' } = process.env
  if (SECRET) return SECRET
  // With a database elsewhere, the folder's secret may be that of another Navet.
  if (LIBSQL_URL) return null
  return readFile(join(DATA_DIR, 'secret'), 'utf8').then(
    (kept) => kept.trim(),
    () => null,
  )
}
