import { join } from 'node:path'

import type { Client } from '@libsql/client'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { unseal } from '../../../tools/backup/format/envelope.ts'
import { type Part, partOf } from '../../../tools/backup/format/parts.ts'
import { checkStaged } from '../../../tools/backup/stage/check-staged.ts'
import { stageBackup, withStaged } from '../../../tools/backup/stage/stage-backup.ts'
import { makeKey } from '../../../tools/keys/make-key.ts'
import type { SigningKey } from '../../../worker/credentials/signing-keys.ts'
import { issuer, signed } from '../credentials/written.ts'
import { addUser, database, each, linesOf, newFolder, passphrase, sealed, workFactor } from './support.ts'

const secret = 'a secret that is long enough for everybody'

async function check(bytes: Uint8Array) {
  const file = join(newFolder(), 'navet.db')
  const { secrets } = await stageBackup({ bytes: each([bytes]), passphrase: undefined, file })
  return withStaged(file, (client) => checkStaged(client, secrets))
}

async function opened(bytes: Uint8Array, phrase?: string): Promise<Part[]> {
  const parts: Part[] = []
  for await (const line of unseal(each([bytes]), phrase)) parts.push(partOf(line))
  return parts
}

test.for([
  ['without a passphrase', undefined],
  ['with a passphrase', passphrase],
] as const)('%s, one byte flipped anywhere is refused', { timeout: 300_000 }, async ([, phrase]) => {
  const client = await database()
  await addUser(client, 'amira')
  const whole = await sealed(await linesOf(client), { passphrase: phrase, workFactor })
  expect(await opened(whole, phrase)).not.toEqual([])
  const accepted: number[] = []
  for (const [at, byte] of whole.entries()) {
    const flipped = Buffer.from(whole)
    flipped[at] = byte ^ (1 << (at % 8))
    await opened(flipped, phrase).then(
      () => accepted.push(at),
      () => undefined,
    )
  }
  expect(accepted).toEqual([])
})

test('whatever is cut off, put in or put behind is refused in one line', async () => {
  const client = await database()
  for (let i = 0; i < 500; i += 1) await addUser(client, `user-${i}`)
  const lines = await linesOf(client)
  for (const phrase of [undefined, passphrase]) {
    const whole = await sealed(lines, { passphrase: phrase, workFactor })
    const change = fc.oneof(
      fc.nat(whole.length - 1).map((end) => whole.subarray(0, end)),
      fc.uint8Array({ minLength: 1, maxLength: 80 }).map((more) => Buffer.concat([whole, more])),
      fc
        .tuple(fc.nat(whole.length), fc.uint8Array({ minLength: 1, maxLength: 80 }))
        .map(([at, more]) => Buffer.concat([whole.subarray(0, at), more, whole.subarray(at)])),
    )
    await fc.assert(
      fc.asyncProperty(change, async (bytes) => {
        const line = await opened(bytes, phrase).then(
          () => 'accepted',
          (error: Error) => error.message,
        )
        expect(line).toMatch(/damaged|no backup of Navet|is encrypted/)
      }),
      { numRuns: 150 },
    )
  }
})

test('another passphrase, none, and a later format each get their line', async () => {
  const client = await database()
  const whole = await sealed(await linesOf(client), { passphrase, workFactor })
  await expect(opened(whole, 'some other passphrase')).rejects.toThrow('the passphrase does not open this backup')
  await expect(opened(whole)).rejects.toThrow('is encrypted: set BACKUP_PASSPHRASE')
  await expect(opened(Buffer.from('navet-backup 2\nwhatever'))).rejects.toThrow('format 2, made by a newer Navet')
  await expect(opened(Buffer.from('PK\u0003\u0004 some other file altogether'))).rejects.toThrow('no backup of Navet')
})

test('a table too few is refused, wherever it is missing', async () => {
  const client = await database()
  await addUser(client, 'amira')
  const lines = await linesOf(client)
  const from = lines.findIndex((line) => line.startsWith('{"table":"users"'))
  const end = lines.findIndex((line) => line.startsWith('{"end":"users"'))
  const withoutRows = [...lines.slice(0, from), ...lines.slice(end + 1)]
  await expect(check(await sealed(withoutRows))).rejects.toThrow('lacks the rows of the table users')
  const unnamed = withoutRows.map((line, i) => (i === 0 ? line.replace('"users",', '') : line))
  await expect(check(await sealed(unnamed))).rejects.toThrow('lacks the table users')
  await client.execute('drop table remarks')
  await expect(check(await sealed(await linesOf(client)))).rejects.toThrow('lacks the table remarks')
})

test('a row too few, too many or another one is refused', async () => {
  const client = await database()
  await addUser(client, 'amira')
  await addUser(client, 'bo')
  const lines = await linesOf(client)
  const row = lines.findIndex((line) => line.startsWith('["amira"'))
  const without = (text: string) => lines.with(row, text)
  await expect(check(await sealed(lines.toSpliced(row, 1)))).rejects.toThrow(
    'the rows of the table users are not those',
  )
  await expect(check(await sealed(lines.toSpliced(row, 0, lines[row]!)))).rejects.toThrow()
  await expect(check(await sealed(without(lines[row]!.replace('amira', 'amiro'))))).rejects.toThrow('are not those')
  await expect(check(await sealed(lines.slice(0, -1)))).rejects.toThrow('has no end')
})

test('a newer schema is refused, with what to do', async () => {
  const client = await database()
  await client.execute(`insert into __drizzle_migrations (hash, created_at) values ('0099_later', ${Date.now() * 2})`)
  await expect(check(await sealed(await linesOf(client)))).rejects.toThrow(
    /newer than this Navet.*0099_later; update the code first/,
  )
})

test('a database that Navet was never started on is no database to back up', async () => {
  const client = await database()
  await client.execute('delete from __drizzle_migrations')
  await expect(linesOf(client)).rejects.toThrow('the database is empty')
})

test('signing keys that open the badges are told, and keys that open none refused', async () => {
  const client = await database()
  const key = makeKey(new Date('2026-11-01'), 'key-2026-11-01-aaaaaa')
  const other = makeKey(new Date('2026-11-02'), 'key-2026-11-02-bbbbbb')
  await addBadge(client, key)
  const withKeys = async (keys: SigningKey[]) =>
    check(await sealed(await linesOf(client, { secret, signingKeys: { keys } })))

  expect(await withKeys([other, key])).toEqual({ verified: 1 })
  await expect(withKeys([{ ...other, id: key.id }])).rejects.toThrow(`the key ${key.id} in the backup opens no badge`)
  await expect(withKeys([{ ...key, ed25519: other.ed25519 }])).rejects.toThrow('opens no badge')
  await expect(withKeys([{ ...key, p256: other.p256 }])).rejects.toThrow('opens no badge')
  await expect(withKeys([other])).rejects.toThrow(`the key ${key.id}, which signed badges, is not in the backup`)
  const halves = { ...key, p256: { ...key.p256, d: other.p256.d } }
  await expect(withKeys([halves])).rejects.toThrow('the two halves of the key')
})

async function addBadge(client: Client, key: SigningKey): Promise<void> {
  const { json, jwt } = await signed({}, issuer, key)
  await addUser(client, 'amira')
  await client.execute(`insert into awards (id, learner, badge, course, course_version, attempt, at, day)
    values ('award', 'amira', 'b', 'c', 'v', 'a', 1, '2026-11-01')`)
  await client.execute({
    sql: `insert into credentials (award, subject, valid_from, key, json, jwt) values ('award', 's', 1, ?, ?, ?)`,
    args: [key.id, json, jwt],
  })
}
