import { join } from 'node:path'

import { keepProcess, type KeptProcess } from './kept-process.ts'

const program = join(import.meta.dirname, '../libsql/main.ts')

export interface DatabaseProcess extends KeptProcess {
  token: string
}

/** Starts the embedded database in a process of its own, and again on the same port whenever it dies. */
export async function startDatabase(file: string): Promise<DatabaseProcess> {
  const token = crypto.randomUUID()
  const kept = await keepProcess({
    name: 'the database',
    file: program,
    args: ['--file', file],
    env: { LIBSQL_AUTH_TOKEN: token },
  })
  return { ...kept, token }
}
