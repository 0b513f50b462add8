import { once } from 'node:events'

import type { Client } from '@libsql/client'

import { withDatabase } from '../database/with-database.ts'
import { erasuresOf, joined, journalName, linesOf, notedIn } from './journal/journal-file.ts'
import { readNoted } from './journal/keep-journal.ts'
import { placeAt } from './place-at.ts'
import { momentOf, nameOf, type Place } from './places/place.ts'
import { expired, isDue } from './places/retention.ts'
import { writeWhole } from '../command/write-whole.ts'
import { Problem } from '../command/problem.ts'
import { progressOf } from './progress.ts'
import { takeBackup, type Taken } from './take-backup.ts'

interface Wanted {
  passphrase: string | undefined
  now: Date
  isDry: boolean
  onlyErasures: boolean
  isOnlyIfDue: boolean
  signal: AbortSignal
}

type Write = (bytes: AsyncIterable<Uint8Array>) => Promise<number>

/** Backs up to a file, to standard output, or to a place where several are kept. Says what it did on standard error. */
export async function backUp(to: string, wanted: Wanted): Promise<void> {
  const place = placeAt(to)
  if (to.startsWith('s3://') && wanted.passphrase === undefined) {
    throw new Problem(`a backup in a bucket is encrypted: set BACKUP_PASSPHRASE, or --passphrase-file FILE`)
  }
  await withDatabase((client) => (place ? toPlace(client, place, wanted) : toFile(client, to, wanted)))
}

async function toFile(client: Client, to: string, wanted: Wanted): Promise<void> {
  const write: Write = (bytes) => (to === '-' ? toOutput(bytes, wanted.signal) : writeWhole(to, bytes, wanted.signal))
  const where = to === '-' ? 'standard output' : to
  if (wanted.onlyErasures) return keepErasures(client, where, write, wanted)
  if (wanted.isDry) return say(await whatWould(client, where, wanted))
  describe(await take(client, wanted, write), where)
}

async function toPlace(client: Client, place: Place, wanted: Wanted): Promise<void> {
  const { now, isDry, signal } = wanted
  await journalBeside(client, place, wanted)
  if (wanted.onlyErasures) return
  const made = await momentsIn(place)
  if (wanted.isOnlyIfDue && !isDue(made, now)) return
  const name = nameOf(now)
  const where = `${place.name.replace(/\/+$/, '')}/${name}`
  const old = expired([...made, now], now).map(nameOf)
  if (isDry) {
    say(await whatWould(client, where, wanted))
    return say(old.length > 0 ? `would then remove ${old.join(', ')}` : 'would remove none')
  }
  describe(await take(client, wanted, (bytes) => place.write(name, bytes, signal)), where)
  for (const each of old) await place.remove(each)
  if (old.length > 0) say(`removed ${old.join(', ')}`)
}

/** An older backup of the same place knows nothing of who was erased since: this file does. */
async function journalBeside(client: Client, place: Place, wanted: Wanted): Promise<void> {
  const has = (await place.list()).includes(journalName)
  const known = has ? notedIn(await textOf(await place.read(journalName)), journalName) : []
  const all = joined([known, await readNoted(client)])
  if (all.length === known.length || wanted.isDry) return
  await place.write(journalName, pieces(linesOf(all)), wanted.signal)
  if (wanted.onlyErasures) say(`${erasuresOf(all).length} erasure(s) are in ${place.name}`)
}

async function keepErasures(client: Client, where: string, write: Write, { isDry }: Wanted): Promise<void> {
  const noted = await readNoted(client)
  if (!isDry) await write(pieces(linesOf(noted)))
  say(`${isDry ? 'would write ' : ''}${erasuresOf(noted).length} erasure(s) to ${where}`)
}

async function momentsIn(place: Place): Promise<Date[]> {
  return (await place.list()).map(momentOf).filter((at) => at !== undefined)
}

async function take(client: Client, { passphrase, now }: Wanted, write: Write): Promise<Taken> {
  const progress = progressOf('backing up')
  try {
    return await takeBackup(client, { passphrase, now, tell: progress.tell }, write)
  } finally {
    progress.end()
  }
}

async function whatWould(client: Client, where: string, { passphrase }: Wanted): Promise<string> {
  const { rows } = await client.execute(`select count(*) as tables from sqlite_schema where type = 'table'`)
  const how = passphrase === undefined ? 'not encrypted, without SECRET and signing keys' : 'encrypted'
  return `would back up ${String(rows[0]?.tables)} tables to ${where}, ${how}`
}

function describe({ tables, breaks, secrets, bytes }: Taken, where: string): void {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  say(`backed up ${rows} rows of ${tables.length} tables to ${where} (${size(bytes)})`)
  const missing = [secrets.secret ? '' : 'SECRET', secrets.signingKeys ? '' : 'the signing keys'].filter(Boolean)
  if (missing.length > 0) say(`not in it: ${missing.join(' and ')}; keep your own copy, or set BACKUP_PASSPHRASE`)
  for (const { at, table } of breaks) {
    say(
      `not of one moment: the database ended the reading at ${at}, amid ${table}; what was written then may be in part`,
    )
  }
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

async function toOutput(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<number> {
  let count = 0
  process.stdout.once('error', (error) => {
    throw error
  })
  for await (const piece of bytes) {
    signal.throwIfAborted()
    count += piece.length
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
  }
  return count
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return Buffer.concat(all).toString('utf8')
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

function say(line: string): void {
  console.error(line)
}
