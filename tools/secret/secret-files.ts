import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { hasCome, mostSecrets, SecretsBefore, shortestSecret, stillOfUse } from '../../worker/secrets-before.ts'
import { isThere } from '../command/is-there.ts'
import { Problem } from '../command/problem.ts'
import { writeWhole } from '../command/write-whole.ts'

export interface Secrets {
  secret: string
  before: SecretsBefore
}

const secretName = 'secret'
const beforeName = 'secrets-before.json'

/** What a data folder keeps; undefined where it has no SECRET yet. Throws a Problem for one, or a list, that is spoilt. */
export async function readSecrets(folder: string): Promise<Secrets | undefined> {
  const file = join(folder, secretName)
  const kept = (await readIfThere(file))?.trim()
  if (kept === undefined) return undefined
  if (kept.length < shortestSecret)
    throw new Problem(`${file} holds no SECRET: put a copy back, or delete it to sign everybody out`)
  return { secret: kept, before: await readBefore(folder) }
}

/** The same; made on the first start, readable by the owner alone. */
export async function keptSecrets(folder: string): Promise<Secrets> {
  const known = await readSecrets(folder)
  if (known) return known

  const secret = makeSecret()
  await writeWhole(join(folder, secretName), Buffer.from(secret))
  return { secret, before: [] }
}

/** A new SECRET, with the one before it and what is still of use of those before that. */
export function nextSecrets({ secret, before }: Secrets, now: Date): Secrets {
  const others = stillOfUse(before, now).filter((each) => each.secret !== secret)
  const all = [{ secret, replaced: now.toISOString() }, ...others]
  return { secret: makeSecret(), before: all.slice(0, mostSecrets) }
}

/** The list first: stopped between the two, SECRET is what it was, and stands in the list to no harm. */
export async function writeSecrets(folder: string, { secret, before }: Secrets): Promise<void> {
  await writeWhole(join(folder, beforeName), Buffer.from(linesOf(before)))
  await writeWhole(join(folder, secretName), Buffer.from(secret))
}

function linesOf(before: SecretsBefore): string {
  return `${JSON.stringify(before, undefined, 1)}\n`
}

function makeSecret(): string {
  return crypto.randomUUID() + crypto.randomUUID()
}

async function readBefore(folder: string): Promise<SecretsBefore> {
  const text = await readIfThere(join(folder, beforeName))
  return text === undefined ? [] : parseBefore(text, join(folder, beforeName))
}

/** Throws a Problem that names where it stands. */
export function parseBefore(text: string, where: string): SecretsBefore {
  const read = SecretsBefore.safeParse(parseJson(text))
  if (!read.success)
    throw new Problem(`${where} is no list of former secrets: put a copy back, or [] to sign everybody out`)
  const early = read.data.find((each) => !hasCome(each, new Date()))
  if (early) throw new Problem(`${where} has a day that has not come, ${early.replaced}: write when it really was`)
  return read.data
}

async function readIfThere(file: string): Promise<string | undefined> {
  return isThere(file) ? readFile(file, 'utf8') : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
