import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Client } from '@libsql/client'

import { SigningKeys } from '../../worker/credentials/signing-keys.ts'
import { stillOfUse } from '../../worker/secrets-before.ts'
import { keyFileIn, readKeyFile } from '../keys/key-file.ts'
import { knownSecrets } from '../secret/known-secrets.ts'
import { type Dumped, writeLines } from './dump/write-lines.ts'
import { seal } from './format/envelope.ts'
import type { Secrets } from './format/parts.ts'

export interface Taken extends Dumped {
  secrets: Secrets
  bytes: number
}

/** Backs a database up: `write` takes the bytes as they come, and gives their number. */
export async function takeBackup(
  client: Client,
  { passphrase, now, tell }: { passphrase: string | undefined; now: Date; tell: (done: number, all: number) => void },
  write: (bytes: AsyncIterable<Uint8Array>) => Promise<number>,
): Promise<Taken> {
  const secrets = passphrase === undefined ? { secret: null, signingKeys: null } : await secretsHere(now)
  const source = process.env.LIBSQL_URL ? 'elsewhere' : 'embedded'
  const dumped: Dumped = { tables: [], breaks: [] }
  const dump = { version: await ownVersion(), source, secrets, now, tell } as const
  const bytes = await write(seal(writeLines(client, dump, dumped), { passphrase }))
  return { ...dumped, secrets, bytes }
}

/** What the worker is told, or else what the data folder keeps. Null for what this machine does not know. */
async function secretsHere(now: Date): Promise<Secrets> {
  const { SIGNING_KEYS, DATA_DIR = '.data' } = process.env
  const signingKeys = SIGNING_KEYS
    ? SigningKeys.parse(JSON.parse(SIGNING_KEYS))
    : await readKeyFile(keyFileIn(DATA_DIR))
  const known = await knownSecrets()
  return {
    secret: known?.secret ?? null,
    secretsBefore: stillOfUse(known?.before ?? [], now),
    signingKeys: signingKeys ?? null,
  }
}

async function ownVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')
  return String((JSON.parse(text) as { version: string }).version)
}
