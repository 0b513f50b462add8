import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { createClient } from '@libsql/client/web'

import { joined, journalIn, journalName, type Noted, notedIn, readJournal } from '../journal/journal-file.ts'
import { replayErasures } from '../journal/replay.ts'
import { migrate } from '../../database/migrate.ts'
import { bucketPlace } from '../places/bucket.ts'
import { bytesOf } from '../places/folder.ts'
import { isThere } from '../../command/is-there.ts'
import { Problem } from '../../command/problem.ts'
import { progressOf } from '../progress.ts'
import { checkStaged } from '../stage/check-staged.ts'
import { stageBackup, type Staged, withStaged } from '../stage/stage-backup.ts'
import { type Restored, restoreOntoFolder } from './onto-folder.ts'
import { copyOntoServer } from './onto-server.ts'
import { inTemporary } from '../temporary.ts'

interface Wanted {
  passphrase: string | undefined
  signal: AbortSignal
  isCheck: boolean
  mayReplace: boolean
  withSecret: boolean
  isDry: boolean
  /** A file of the operator's with more erasures. */
  erasures: string | undefined
}

/** Restores or checks a backup, and says on standard output what was done. */
export async function restore(from: string, wanted: Wanted): Promise<void> {
  const { bytes, journal } = await openBackup(from)
  const named = wanted.erasures === undefined ? [] : await readNamed(wanted.erasures)
  const all = joined([journal, named])
  const progress = progressOf(wanted.isCheck ? 'checking' : 'restoring')
  try {
    if (wanted.isCheck) return await check(bytes, wanted, progress)
    if (process.env.LIBSQL_URL) return await ontoServer(bytes, all, wanted, progress)
    await ontoFolder(bytes, all, wanted, progress)
  } finally {
    progress.end()
  }
}

type Progress = ReturnType<typeof progressOf>

async function check(bytes: AsyncIterable<Uint8Array>, { passphrase }: Wanted, progress: Progress): Promise<void> {
  await inTemporary(async (folder) => {
    const staged = await stageBackup({ bytes, passphrase, file: join(folder, 'navet.db') }, progress.tell)
    const { verified } = await withStaged(staged.file, (client) => checkStaged(client, staged.secrets))
    progress.end()
    describe(staged)
    const missing = staged.secrets.secret ? '' : ' SECRET is not in it.'
    say(
      verified === undefined
        ? `The signing keys are not in it: keep your own copy.${missing}`
        : `Its signing keys open its badges (${verified} verified).${missing}`,
    )
    say('The backup is whole.')
  })
}

async function ontoFolder(bytes: AsyncIterable<Uint8Array>, journal: Noted[], wanted: Wanted, progress: Progress) {
  const { DATA_DIR = '.data' } = process.env
  const { erased, replaced, staged, secretOf, isOtherSecret, hasKeys } = await restoreOntoFolder(DATA_DIR, {
    ...wanted,
    bytes,
    journal,
    tell: progress.tell,
  })
  progress.end()
  describe(staged)
  if (replaced.isUnreadable) say('The database that was there cannot be read: only the journals beside it were heeded.')
  say(
    `${wanted.isDry ? 'Would be' : 'Is'} restored in ${DATA_DIR}; ${erased} account(s) erased since were erased again.`,
  )
  if (replaced.people !== 0)
    say(`What was there ${wanted.isDry ? 'would lie' : 'lies'} in ${DATA_DIR}/navet.db.replaced.`)
  say(secretSaid(secretOf, isOtherSecret))
  if (!hasKeys)
    say('The signing keys were not in it: put your copy into DATA_DIR/signing-keys.json before you start Navet.')
}

function secretSaid(secretOf: Restored['secretOf'], isOtherSecret: boolean): string {
  if (secretOf === 'backup')
    return 'SECRET is that of the backup. If it has leaked since: docs/operate.md, A breach of personal data.'
  if (secretOf === null)
    return 'SECRET was not in it: put your copy into DATA_DIR/secret, or a new one is made and all sign in anew.'
  return isOtherSecret
    ? 'SECRET stays as the folder has it; the backup has another, so whoever was signed in then signs in anew (--with-secret takes that one).'
    : 'SECRET stays as the folder has it.'
}

async function ontoServer(bytes: AsyncIterable<Uint8Array>, journal: Noted[], wanted: Wanted, progress: Progress) {
  const { LIBSQL_URL = '', LIBSQL_AUTH_TOKEN } = process.env
  const client = createClient({ url: LIBSQL_URL, ...(LIBSQL_AUTH_TOKEN ? { authToken: LIBSQL_AUTH_TOKEN } : {}) })
  await inTemporary(async (folder) => {
    const file = join(folder, 'navet.db')
    const staged = await stageBackup({ bytes, passphrase: wanted.passphrase, file }, progress.tell)
    const secret = staged.secrets.secret ?? process.env.SECRET
    const erased = await withStaged(file, async (own) => {
      await checkStaged(own, staged.secrets)
      await migrate(own)
      const count = await replayErasures(own, journal, { secret })
      if (!wanted.isDry) await copyOntoServer({ staged: own, client }, progress.tell, wanted.signal)
      return count
    })
    progress.end()
    describe(staged)
    say(
      `${wanted.isDry ? 'Would be' : 'Is'} restored in the database at LIBSQL_URL; ${erased} account(s) erased since were erased again.`,
    )
    say('SECRET and SIGNING_KEYS are settings of the worker: set them to those that the badges were signed with.')
  }).finally(() => client.close())
}

/** The bytes, and what is known of erasures beside them. */
async function openBackup(from: string): Promise<{ bytes: AsyncIterable<Uint8Array>; journal: Noted[] }> {
  if (from === '-') return { bytes: process.stdin, journal: [] }
  if (from.startsWith('s3://')) return openInBucket(from)
  if (!isThere(from)) throw new Problem(`there is no ${from}`)
  if (statSync(from).isDirectory()) throw new Problem(`${from} is a folder: name one of the backups in it`)
  return { bytes: bytesOf(from), journal: await readJournal(journalIn(dirname(from))) }
}

async function openInBucket(from: string): Promise<{ bytes: AsyncIterable<Uint8Array>; journal: Noted[] }> {
  const at = from.lastIndexOf('/')
  const place = bucketPlace(from.slice(0, at))
  const names = await place.list()
  const name = from.slice(at + 1)
  if (!names.includes(name)) throw new Problem(`there is no ${from}; there are: ${names.join(', ') || 'none'}`)
  let text = ''
  if (names.includes(journalName)) for await (const piece of await place.read(journalName)) text += Buffer.from(piece)
  return { bytes: await place.read(name), journal: notedIn(text, journalName) }
}

async function readNamed(file: string): Promise<Noted[]> {
  if (!isThere(file)) throw new Problem(`there is no ${file}`)
  return readJournal(file)
}

function describe({ header, trailer, rows, foreign, orphans }: Staged): void {
  const { at, version, migrations, source } = header
  say(
    `Backup of ${at}, by version ${version} (${migrations.at(-1)!.tag}), of ${source === 'embedded' ? 'an embedded database' : 'a database elsewhere'}: ${rows} rows.`,
  )
  for (const each of trailer.breaks)
    say(`It is not of one moment: at ${each.at}, amid ${each.table}, another reading began.`)
  if (orphans > 0) say(`${orphans} row(s) that refer to what was not read were left out.`)
  if (foreign.length > 0) say(`Tables that are none of Navet's were left out: ${foreign.join(', ')}.`)
}

function say(line: string): void {
  console.log(line)
}
