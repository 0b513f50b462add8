import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { SigningKeys } from '../../worker/credentials/signing-keys.ts'
import { isThere } from '../command/is-there.ts'
import { writeWhole } from '../command/write-whole.ts'
import { makeKey } from './make-key.ts'

export function keyFileIn(folder: string): string {
  return join(folder, 'signing-keys.json')
}

/** The keys of a data folder; made on the first start, readable by the owner alone. */
export async function keptSigningKeys(folder: string): Promise<SigningKeys> {
  const file = keyFileIn(folder)
  const known = await readKeyFile(file)
  if (known) return known

  const keys = { keys: [makeKey(new Date())] }
  await writeKeyFile(file, keys)
  return keys
}

/** Undefined where there is no such file; throws one clear line for one that is spoilt. */
export async function readKeyFile(file: string): Promise<SigningKeys | undefined> {
  if (!isThere(file)) return undefined

  const parsed = SigningKeys.safeParse(parseJson(await readFile(file, 'utf8')))
  if (!parsed.success) {
    throw new Error(`${file} holds no signing keys: put a copy back. A new file would fail every badge issued so far.`)
  }
  return parsed.data
}

export async function writeKeyFile(file: string, keys: SigningKeys): Promise<void> {
  await writeWhole(file, Buffer.from(print(keys)))
}

function print(keys: SigningKeys): string {
  return `${JSON.stringify(keys, undefined, 1)}\n`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
