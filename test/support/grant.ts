import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { inject } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** `npm run grant` on the database of the journeys. */
export function grant(...args: string[]): Promise<{ stdout: string }> {
  const env = { ...process.env, LIBSQL_URL: inject('libsqlUrl'), LIBSQL_AUTH_TOKEN: inject('libsqlToken') }
  return promisify(execFile)(process.execPath, [join(root, 'tools/grant.ts'), ...args], { env })
}
