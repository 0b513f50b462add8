import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Client } from '@libsql/client'
import { expect, test } from 'vitest'

import { linesOf as journalLines, readJournal } from '../../../tools/backup/journal/journal-file.ts'
import { readErasures } from '../../../tools/backup/journal/keep-journal.ts'
import { withStaged } from '../../../tools/backup/stage/stage-backup.ts'
import { addUser, database, linesOf, newFolder, restore, sealed } from './support.ts'

const secret = 'a secret that is long enough for everybody'

/** A badge of somebody's, shown to others, with its place in a status list. */
async function giveBadge(client: Client, learner: string): Promise<void> {
  await client.batch([
    `insert into awards (id, learner, badge, course, course_version, attempt, at, day)
      values ('award-of-${learner}', '${learner}', 'CHK-2', 'c', 'v', 'a', 5, '2026-11-01')`,
    `insert into credentials (award, subject, valid_from, status_list, status_index, json, jwt)
      values ('award-of-${learner}', 'urn:uuid:${learner}', 1, 1, ${learner.length}, '{}', 'j')`,
    `insert into status_entries (list, idx) values (1, ${learner.length})`,
  ])
}

test('of whoever was erased by their own time the published badges stay, of whoever asked for it they do not', async () => {
  const client = await database()
  for (const id of ['amira', 'bo']) {
    await addUser(client, id)
    await giveBadge(client, id)
  }
  const bytes = await sealed(await linesOf(client, { secret, signingKeys: null }))
  const at = Date.parse('2027-02-28T10:00:00Z')
  const folder = newFolder()
  writeFileSync(
    join(folder, 'erasures.jsonl'),
    journalLines([
      { account: 'amira', at, lapsed: true },
      { account: 'bo', at },
    ]),
  )
  expect(await restore(folder, bytes)).toMatchObject({ erased: 2 })
  await withStaged(join(folder, 'navet.db'), async (restored) => {
    const { rows } = await restored.execute('select id, learner, attempt, at, kept_until, return_hash from awards')
    expect(rows).toEqual([
      {
        id: 'award-of-amira',
        learner: null,
        attempt: '',
        at: Date.parse('2026-11-01T00:00:00Z'),
        kept_until: Date.parse('2037-02-28T10:00:00Z'),
        // No link was ever mailed.
        return_hash: null,
      },
    ])
    const { rows: places } = await restored.execute('select idx, is_revoked from status_entries order by idx')
    expect(places).toEqual([
      { idx: 2, is_revoked: 1 },
      { idx: 5, is_revoked: 0 },
    ])
    expect(await readErasures(restored)).toEqual([
      { account: 'amira', at, lapsed: true },
      { account: 'bo', at },
    ])
  })
  expect(readFileSync(join(folder, 'erasures.jsonl'), 'utf8')).toContain('"lapsed":true')
})

/** What is mailed of a badge, and what is kept of that. */
const key = '0123456789abcdef0123456789abcdef'
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

const returnsIn = (folder: string) =>
  withStaged(join(folder, 'navet.db'), async (client) =>
    (await client.execute('select id, return_key, return_hash from awards order by id')).rows.map((row) => ({
      ...row,
    })),
  )

test('a mailed link holds though a backup of before the letter is restored, again and again', async () => {
  const client = await database()
  await addUser(client, 'amira')
  await giveBadge(client, 'amira')
  const bytes = await sealed(await linesOf(client))
  const folder = newFolder()
  await restore(folder, bytes)
  await withStaged(join(folder, 'navet.db'), (serving) =>
    serving.batch([
      `insert into lapses (account, at) values ('amira', 5)`,
      `update awards set learner = null, attempt = '', kept_until = 9, return_hash = '${hashOf(key)}'`,
      `delete from users where id = 'amira'`,
    ]),
  )
  const returned = [{ id: 'award-of-amira', return_key: null, return_hash: hashOf(key) }]
  for (const round of ['the database that is replaced', 'what the restore before kept']) {
    expect(await restore(folder, bytes, { mayReplace: true }), round).toMatchObject({ erased: 1 })
    expect(await returnsIn(folder), round).toEqual(returned)
  }
  const beside = readFileSync(join(folder, 'erasures.jsonl'), 'utf8')
  expect(
    beside.split('\n').filter((line) => line.includes('award-of')),
    'and not whose it was',
  ).toEqual([JSON.stringify({ award: 'award-of-amira', returnHash: hashOf(key) })])
  const elsewhere = newFolder()
  writeFileSync(join(elsewhere, 'erasures.jsonl'), beside)
  await restore(elsewhere, bytes)
  expect(await returnsIn(elsewhere), 'the file alone').toEqual(returned)
})

test('a journal remembers the links of badges that a backup does not have', async () => {
  const client = await database()
  const folder = newFolder()
  const line = { award: 'award-of-cia', returnHash: hashOf(key) }
  const lapsed = { account: 'cia', at: 5, lapsed: true } as const
  writeFileSync(join(folder, 'erasures.jsonl'), journalLines([lapsed, line]))
  await restore(folder, await sealed(await linesOf(client)))
  expect(await readJournal(join(folder, 'erasures.jsonl'))).toEqual([lapsed, line])
})

test('of a journal of before there were links, the key that the backup has holds', async () => {
  const client = await database()
  await addUser(client, 'amira')
  await giveBadge(client, 'amira')
  await client.execute(`update awards set return_key = '${key}'`)
  const folder = newFolder()
  writeFileSync(join(folder, 'erasures.jsonl'), '{"account":"amira","at":5,"lapsed":true}\n')
  await restore(folder, await sealed(await linesOf(client)))
  expect(await returnsIn(folder)).toEqual([{ id: 'award-of-amira', return_key: null, return_hash: hashOf(key) }])
})

test('whoever was about to go when the backup was made is written to once more: they may have come back since', async () => {
  const client = await database()
  await addUser(client, 'amira')
  await client.execute(
    `insert into absences (learner, first_at, last_at, goes_on) values ('amira', 1, 2, '2026-11-30')`,
  )
  const folder = newFolder()
  await restore(folder, await sealed(await linesOf(client)))
  await withStaged(join(folder, 'navet.db'), async (restored) => {
    const { rows } = await restored.execute('select first_at, last_at, goes_on from absences')
    expect(rows).toEqual([{ first_at: 1, last_at: null, goes_on: '2026-11-30' }])
  })
})
