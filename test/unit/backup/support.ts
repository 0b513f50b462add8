import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Client, createClient } from '@libsql/client/web'
import { onTestFinished } from 'vitest'

import { type Dumped, writeLines } from '../../../tools/backup/dump/write-lines.ts'
import { seal } from '../../../tools/backup/format/envelope.ts'
import type { Secrets } from '../../../tools/backup/format/parts.ts'
import { keepJournal } from '../../../tools/backup/journal/keep-journal.ts'
import { restoreOntoFolder, type Restoration } from '../../../tools/backup/restore/onto-folder.ts'
import { migrate } from '../../../tools/database/migrate.ts'
import { startLibsqlServer } from '../../../tools/libsql/server.ts'

export const passphrase = 'twelve letters, and more'
/** The least that age knows: what takes a second elsewhere, a test does a thousand times. */
export const workFactor = 1

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'navet-backup-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An embedded database with Navet's tables. */
export async function database(file = join(newFolder(), 'navet.db')): Promise<Client> {
  const client = await server(file)
  await migrate(client)
  await keepJournal(client)
  return client
}

/** Any embedded database; gone when the test ends. */
export async function server(file = join(newFolder(), 'any.db')): Promise<Client> {
  const running = await startLibsqlServer({ file, token: 't' })
  const client = createClient({ url: running.url, authToken: 't' })
  onTestFinished(async () => {
    client.close()
    await running.close()
  })
  return client
}

export const noSecrets: Secrets = { secret: null, signingKeys: null }

/** The lines of a backup, as they are before they are sealed. */
export async function linesOf(client: Client, secrets = noSecrets, dumped: Dumped = { tables: [], breaks: [] }) {
  const dump = { version: '0.1.0', source: 'embedded', secrets, now: new Date() } as const
  const lines: string[] = []
  for await (const line of writeLines(client, dump, dumped)) lines.push(line)
  return lines
}

export async function sealed(lines: string[], options: Parameters<typeof seal>[1] = {}): Promise<Buffer> {
  const bytes: Uint8Array[] = []
  for await (const piece of seal(each(lines), options)) bytes.push(piece)
  return Buffer.concat(bytes)
}

export async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items
}

/** Every row of every table, as lines: what must come back. */
export async function rowsIn(client: Client): Promise<string[]> {
  const lines = await linesOf(client)
  return lines.slice(2, -1)
}

export async function addUser(client: Client, id: string): Promise<void> {
  await client.execute({
    sql: 'insert into users (id, name, email, created_at, updated_at) values (?1, ?1, ?1 || ?2, 1, 1)',
    args: [id, '@navet.example'],
  })
}

/** Restores a backup into a folder. */
export function restore(folder: string, bytes: Uint8Array, more: Partial<Restoration> = {}) {
  return restoreOntoFolder(folder, {
    bytes: each([bytes]),
    passphrase: undefined,
    journal: [],
    mayReplace: false,
    withSecret: false,
    isDry: false,
    tell: () => undefined,
    signal: new AbortController().signal,
    ...more,
  })
}

/** A backup in which these people are. */
export async function backupOf(people: string[], secrets: Secrets = noSecrets) {
  const client = await database()
  for (const id of people) await addUser(client, id)
  return { bytes: await sealed(await linesOf(client, secrets)), rows: await rowsIn(client) }
}
