import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import type { Client } from '@libsql/client'

import { activeKey, type SigningKeys } from '../../../worker/credentials/signing-keys.ts'
import { migrate } from '../../database/migrate.ts'
import { keyFileIn, readKeyFile, writeKeyFile } from '../../keys/key-file.ts'
import { makeKey } from '../../keys/make-key.ts'
import { markForReissue } from '../../keys/reissue.ts'
import { readSecrets, type Secrets, writeSecrets } from '../../secret/secret-files.ts'
import { inUse } from '../../start/data-folder.ts'
import { takeFolder } from '../../start/folder-lock.ts'
import { joined, journalName, linesOf, type Noted } from '../journal/journal-file.ts'
import { keepJournal, readNoted } from '../journal/keep-journal.ts'
import { replayErasures } from '../journal/replay.ts'
import { isThere } from '../../command/is-there.ts'
import { goneAtExit } from '../../command/gone-at-exit.ts'
import { giveToOwner } from '../../command/owner.ts'
import { Problem } from '../../command/problem.ts'
import { toItsEnd } from '../../command/stop.ts'
import { commitRestore, inMaking, settleRestore } from '../settle.ts'
import { checkStaged } from '../stage/check-staged.ts'
import { stageBackup, type Staged, toDisk, withStaged } from '../stage/stage-backup.ts'
import { joinKeys } from './join-keys.ts'
import { readReplaced, type Replaced } from './read-replaced.ts'

export interface Restoration {
  bytes: AsyncIterable<Uint8Array>
  passphrase: string | undefined
  /** What is known from elsewhere: beside the backup, or named by the operator. */
  journal: Noted[]
  mayReplace: boolean
  /** The backup's SECRET in place of the folder's own. */
  withSecret: boolean
  isDry: boolean
  tell: (rows: number) => void
  signal: AbortSignal
}

export interface Restored {
  staged: Staged
  erased: number
  replaced: Replaced
  /** Whose SECRET it is from now on; neither has one: null. */
  secretOf: 'backup' | 'folder' | null
  /** Whether the folder's own was kept though the backup has another. */
  isOtherSecret: boolean
  hasKeys: boolean
}

/**
 * Makes a data folder what it was when a backup was taken, without the accounts that were erased since: all of it, or
 * nothing. Throws a Problem where a Navet runs there, where people would be replaced that nobody said may be, and for
 * whatever is wrong with the backup.
 */
export async function restoreOntoFolder(path: string, restoration: Restoration): Promise<Restored> {
  const folder = resolve(path)
  const isNew = !isThere(folder)
  // Below a file there is nothing to look for.
  isThere(join(folder, 'navet.db'))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await takeFolder(folder)
  if (!lock) throw new Problem(await inUse(folder))
  try {
    await settleRestore(folder)
    const replaced = await readReplaced(folder)
    if (replaced.people !== 0 && !restoration.mayReplace) throw new Problem(refusal(folder, replaced))
    return await goneAtExit(join(folder, inMaking), async () => {
      const restored = await make(folder, replaced, restoration)
      restoration.signal.throwIfAborted()
      if (!restoration.isDry) await toItsEnd(() => commitRestore(folder))
      return restored
    })
  } finally {
    // What was not committed is gone with it.
    await settleRestore(folder)
    await lock.release()
    if (isNew && !isThere(join(folder, 'navet.db'))) await rm(folder, { recursive: true })
  }
}

function refusal(folder: string, { people, isUnreadable }: Replaced): string {
  const who = isUnreadable ? 'a database that cannot be read' : `a database with ${people} account(s)`
  return `${folder} holds ${who}: restore with --replace to put it aside, or choose another folder with DATA_DIR`
}

async function make(folder: string, replaced: Replaced, restoration: Restoration): Promise<Restored> {
  const making = join(folder, inMaking)
  await mkdir(making, { mode: 0o700 })
  const file = join(making, 'navet.db')
  const { bytes, passphrase, signal } = restoration
  const staged = await stageBackup({ bytes: stoppable(bytes, signal), passphrase, file }, restoration.tell)

  const ofBackup = secretsOf(staged)
  // One that is to be replaced may be spoilt.
  const present = restoration.withSecret && ofBackup ? undefined : await readSecrets(folder)
  const own = present ? undefined : ofBackup
  const done = await withStaged(file, async (client) => {
    await checkStaged(client, staged.secrets)
    return bringUpToDate(client, replaced, { ...restoration, secret: (own ?? present)?.secret })
  })
  await toDisk(file)
  const keys = withActive(
    joinKeys(staged.secrets.signingKeys, await readKeyFile(keyFileIn(folder)).catch(() => undefined), done.revoked),
  )
  await writeFile(join(making, journalName), linesOf(done.noted), { mode: 0o600, flush: true })
  if (own) await writeSecrets(making, own)
  if (keys) await writeKeyFile(keyFileIn(making), keys)
  const like = await stat(folder)
  for (const name of await readdir(making)) await giveToOwner(join(making, name), like)
  return { staged, erased: done.erased, replaced, ...secretTold(staged, present, own), hasKeys: keys !== undefined }
}

function secretsOf({ secrets: { secret, secretsBefore = [] } }: Staged): Secrets | undefined {
  return secret === null ? undefined : { secret, before: secretsBefore }
}

function secretTold({ secrets }: Staged, present: Secrets | undefined, own: Secrets | undefined) {
  const secretOf = own ? 'backup' : present ? 'folder' : null
  const known = present && [present.secret, ...present.before.map(({ secret }) => secret)]
  return { secretOf, isOtherSecret: !own && secrets.secret !== null && !known?.includes(secrets.secret) } as const
}

/** The newest schema, no erased account, and no key that was revoked since. */
async function bringUpToDate(
  client: Client,
  { noted, revokedKeys }: Replaced,
  { journal, secret }: { journal: Noted[]; secret: string | undefined },
) {
  await migrate(client)
  await keepJournal(client)
  const known = joined([noted, journal])
  const erased = await replayErasures(client, known, { secret })
  const { rows } = await client.execute('select key from revoked_keys')
  const revoked = rows.map(({ key }) => String(key))
  const now = new Date()
  for (const key of revokedKeys.filter((id) => !revoked.includes(id))) {
    await markForReissue(client, { revoked: key }, { now, isDry: false })
  }
  return {
    erased,
    noted: joined([known, await readNoted(client)]),
    revoked: [...new Set([...revoked, ...revokedKeys])],
  }
}

/** The newest key of the backup may be one that was revoked since. */
function withActive(keys: SigningKeys | undefined): SigningKeys | undefined {
  return keys && !activeKey(keys) ? { keys: [...keys.keys, makeKey(new Date())] } : keys
}

async function* stoppable(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    signal.throwIfAborted()
    yield piece
  }
}
