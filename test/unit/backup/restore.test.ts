import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { linesOf as journalLines } from '../../../tools/backup/journal/journal-file.ts'
import { readErasures } from '../../../tools/backup/journal/keep-journal.ts'
import { joinKeys } from '../../../tools/backup/restore/join-keys.ts'
import { commitRestore, settleRestore } from '../../../tools/backup/settle.ts'
import { withStaged } from '../../../tools/backup/stage/stage-backup.ts'
import { makeKey, retired } from '../../../tools/keys/make-key.ts'
import { openDataFolder } from '../../../tools/start/data-folder.ts'
import { takeFolder } from '../../../tools/start/folder-lock.ts'
import { addUser, backupOf, database, linesOf, newFolder, restore, rowsIn, sealed } from './support.ts'

const secret = 'a secret that is long enough for everybody'
const key = makeKey(new Date('2026-11-01'), 'key-2026-11-01-aaaaaa')

const peopleIn = (folder: string) =>
  withStaged(join(folder, 'navet.db'), async (client) => {
    const { rows } = await client.execute('select id from users order by id')
    return rows.map(({ id }) => String(id))
  })

/** Every file of a folder but the lock, by its content. */
function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile() && !/lock$|-shm$|-wal$/.test(name))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )
}

test('onto an empty folder comes every row, the secret and the keys, for the owner alone', async () => {
  const folder = join(newFolder(), 'data')
  const { bytes, rows } = await backupOf(['amira', 'bo'], { secret, signingKeys: { keys: [key] } })
  expect(await restore(folder, bytes)).toMatchObject({ erased: 0, secretOf: 'backup', hasKeys: true })
  expect(await withStaged(join(folder, 'navet.db'), rowsIn)).toEqual(rows)
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(secret)
  expect(JSON.parse(readFileSync(join(folder, 'signing-keys.json'), 'utf8'))).toEqual({ keys: [key] })
  for (const file of ['navet.db', 'secret', 'signing-keys.json', 'erasures.jsonl']) {
    expect([file, statSync(join(folder, file)).mode & 0o077]).toEqual([file, 0])
  }
})

test('a dry run leaves everything as it was, even no folder where there was none', async () => {
  const { bytes } = await backupOf(['amira'])
  const none = join(newFolder(), 'data')
  await restore(none, bytes, { isDry: true })
  expect(existsSync(none)).toBe(false)

  const folder = join(newFolder(), 'data')
  await restore(folder, bytes)
  const before = contentOf(folder)
  const other = await backupOf(['bo', 'cia'])
  await restore(folder, other.bytes, { isDry: true, mayReplace: true })
  expect(contentOf(folder)).toEqual(before)
})

test('people are replaced only when that was said, and then lie beside for a while', async () => {
  const folder = join(newFolder(), 'data')
  await restore(folder, (await backupOf(['amira', 'bo'])).bytes)
  const { bytes } = await backupOf(['cia'])
  await expect(restore(folder, bytes)).rejects.toThrow(/holds a database with 2 account\(s\): restore with --replace/)
  expect(await peopleIn(folder)).toEqual(['amira', 'bo'])
  await restore(folder, bytes, { mayReplace: true })
  expect(await peopleIn(folder)).toEqual(['cia'])
  renameSync(join(folder, 'navet.db.replaced'), join(folder, 'navet.db'))
  expect(await peopleIn(folder)).toEqual(['amira', 'bo'])
})

test('a second restore puts aside what the first one made, and loses nothing of what was there before it', async () => {
  const folder = join(newFolder(), 'data')
  const first = await backupOf(['amira'], { secret: 'the first of all secrets, and long enough', signingKeys: null })
  await restore(folder, first.bytes)
  const wrong = await backupOf(['bo'], { secret: 'the secret of the wrong backup, long enough', signingKeys: null })
  await restore(folder, wrong.bytes, { mayReplace: true, withSecret: true })
  const right = await backupOf(['cia'], { secret: 'the secret of the right backup, long enough', signingKeys: null })
  await restore(folder, right.bytes, { mayReplace: true, withSecret: true })
  expect(await peopleIn(folder)).toEqual(['cia'])
  const secrets = ['secret', 'secret.replaced.2', 'secret.replaced'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  )
  expect(secrets).toEqual([
    expect.stringContaining('right'),
    expect.stringContaining('wrong'),
    expect.stringContaining('first'),
  ])
  renameSync(join(folder, 'navet.db.replaced'), join(folder, 'navet.db'))
  expect(await peopleIn(folder)).toEqual(['amira'])
  renameSync(join(folder, 'navet.db.replaced.2'), join(folder, 'navet.db'))
  expect(await peopleIn(folder)).toEqual(['bo'])
})

test('files of somebody else beside it stay, whatever they are called', async () => {
  const folder = join(newFolder(), 'data')
  for (const name of ['restoring', 'restored', 'scratch']) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'navet.db'), 'theirs')
  }
  const { bytes } = await backupOf(['amira'])
  await restore(folder, bytes, { isDry: true })
  await restore(folder, bytes)
  const opened = await openDataFolder(folder)
  await opened.lock.release()
  for (const name of ['restoring', 'restored', 'scratch'])
    expect(readFileSync(join(folder, name, 'navet.db'), 'utf8')).toBe('theirs')
})

test('while a Navet runs there nothing is restored, and the line says which', async () => {
  const folder = newFolder()
  const lock = await takeFolder(folder)
  await lock!.tell({ url: 'http://127.0.0.1:1', token: 't' })
  const { bytes } = await backupOf(['amira'])
  await expect(restore(folder, bytes)).rejects.toThrow(
    `in use by a Navet, or a command of it, that runs already (process ${process.pid})`,
  )
  await lock!.release()
})

test('a damaged backup leaves everything as it was', async () => {
  const folder = join(newFolder(), 'data')
  const { bytes } = await backupOf(['amira'], { secret, signingKeys: { keys: [key] } })
  await restore(folder, bytes)
  const before = contentOf(folder)
  for (const part of [0.1, 0.5, 0.99]) {
    const end = Math.floor(bytes.length * part)
    await expect(restore(folder, bytes.subarray(0, end), { mayReplace: true })).rejects.toThrow('damaged')
    expect(contentOf(folder)).toEqual(before)
  }
})

test('whoever was erased since the backup is erased again: by the journal of the database that is replaced', async () => {
  const folder = join(newFolder(), 'data')
  const { bytes } = await backupOf(['amira', 'bo'])
  await restore(folder, bytes)
  await withStaged(join(folder, 'navet.db'), (client) => client.execute("delete from users where id = 'bo'"))
  expect(await restore(folder, bytes, { mayReplace: true })).toMatchObject({ erased: 1 })
  expect(await peopleIn(folder)).toEqual(['amira'])
  // And by the journal that it brought along, once more.
  expect(await restore(folder, bytes, { mayReplace: true })).toMatchObject({ erased: 1 })
  expect(await withStaged(join(folder, 'navet.db'), readErasures)).toMatchObject([{ account: 'bo' }])
})

test('by the file beside a database that cannot be read, by what the operator names, and by the backup itself', async () => {
  const folder = join(newFolder(), 'data')
  const client = await database()
  for (const id of ['amira', 'bo', 'cia', 'dag']) await addUser(client, id)
  await client.execute("insert into erasures values ('amira', 1)")
  const bytes = await sealed(await linesOf(client))
  mkdirSync(folder)
  writeFileSync(join(folder, 'navet.db'), 'no database at all, but somebody’s'.repeat(100))
  writeFileSync(join(folder, 'erasures.jsonl'), journalLines([{ account: 'bo', at: 2 }]))
  await expect(restore(folder, bytes)).rejects.toThrow('cannot be read: restore with --replace')
  const journal = [{ account: 'cia', at: 3 }]
  const done = await restore(folder, bytes, { mayReplace: true, journal })
  expect([done.erased, done.replaced.isUnreadable]).toEqual([3, true])
  expect(await peopleIn(folder)).toEqual(['dag'])
  const kept = readFileSync(join(folder, 'erasures.jsonl'), 'utf8')
  expect(kept).toBe(
    journalLines([
      { account: 'amira', at: 1 },
      { account: 'bo', at: 2 },
      { account: 'cia', at: 3 },
    ]),
  )
})

test('erased again means as it was then: a company is inherited and nothing names the address', async () => {
  const folder = join(newFolder(), 'data')
  const client = await database()
  for (const id of ['amira', 'bo']) await addUser(client, id)
  await client.batch([
    `insert into companies (id, name, municipality, sector, size, created_at) values ('c', 'C', '2081', 'C', '1', 1)`,
    `insert into terms (company, version, courses, at) values ('c', 1, '"all"', 1)`,
    ...['amira', 'bo'].map(
      (id, i) => `insert into memberships (id, company, learner, role, name, name_key, terms_version, joined_at)
        values ('m-${id}', 'c', '${id}', '${i === 0 ? 'owner' : 'manager'}', 'N', 'n', 1, 1)`,
    ),
    `insert into mails (id, recipient, subject, body, locale, created_at, expires_at, due_at)
      values ('mail', 'amira@navet.example', 's', 'b', 'sv', 1, 2, 1)`,
  ])
  await restore(folder, await sealed(await linesOf(client)), { journal: [{ account: 'amira', at: 1 }] })
  await withStaged(join(folder, 'navet.db'), async (restored) => {
    const rows = async (sql: string) => (await restored.execute(sql)).rows.map((row) => ({ ...row }))
    expect(await rows('select id, role from memberships')).toEqual([{ id: 'm-bo', role: 'owner' }])
    expect(await rows('select id from mails')).toEqual([])
  })
})

test('a key that was revoked since the backup does not come back, and what it signed is signed anew', async () => {
  const folder = join(newFolder(), 'data')
  const { bytes } = await backupOf(['amira'], { secret, signingKeys: { keys: [key] } })
  await restore(folder, bytes)
  await withStaged(join(folder, 'navet.db'), (client) =>
    client.execute(`insert into revoked_keys (key, at) values ('${key.id}', 1)`),
  )
  const next = makeKey(new Date('2026-11-05'), 'key-2026-11-05-cccccc')
  writeFileSync(join(folder, 'signing-keys.json'), JSON.stringify({ keys: [next] }))
  await restore(folder, bytes, { mayReplace: true })
  expect(JSON.parse(readFileSync(join(folder, 'signing-keys.json'), 'utf8'))).toEqual({ keys: [next] })
  const revoked = await withStaged(join(folder, 'navet.db'), (client) => client.execute('select key from revoked_keys'))
  expect(revoked.rows.map((row) => row.key)).toEqual([key.id])
})

test('keys of the backup and of the folder are joined: what is there is newer', () => {
  const next = makeKey(new Date('2026-11-05'), 'key-2026-11-05-cccccc')
  const there = { keys: [retired(key), next] }
  expect(joinKeys({ keys: [key] }, there, [])).toEqual(there)
  expect(joinKeys({ keys: [key] }, { keys: [next] }, [])).toEqual({ keys: [key, next] })
  expect(joinKeys({ keys: [key] }, undefined, [])).toEqual({ keys: [key] })
  expect(joinKeys({ keys: [key] }, undefined, [key.id])).toBeUndefined()
  expect(joinKeys(null, undefined, [])).toBeUndefined()
})

test('stopped between any two steps, the folder is the old one before the one step and the new one after it', async () => {
  const files = ['navet.db', 'secret', 'signing-keys.json', 'erasures.jsonl']
  const fill = (folder: string, word: string) => {
    mkdirSync(folder, { recursive: true })
    for (const file of files) writeFileSync(join(folder, file), `${word} ${file}`)
  }
  const words = (folder: string) => files.map((file) => readFileSync(join(folder, file), 'utf8').split(' ')[0])

  const before = newFolder()
  fill(before, 'old')
  fill(join(before, '.navet-restoring'), 'new')
  await settleRestore(before)
  expect([words(before), readdirSync(before).sort()]).toEqual([files.map(() => 'old'), files.toSorted()])

  const straight = newFolder()
  fill(straight, 'old')
  fill(join(straight, '.navet-restoring'), 'new')
  await commitRestore(straight)
  expect(words(straight)).toEqual(files.map(() => 'new'))

  // After the step: whatever was moved already, in the order in which it is moved.
  const moves: [string, string][] = [
    ['navet.db', 'navet.db.replaced'],
    ['.navet-restored/navet.db', 'navet.db'],
    ['.navet-restored/erasures.jsonl', 'erasures.jsonl'],
    ['secret', 'secret.replaced'],
    ['.navet-restored/secret', 'secret'],
  ]
  for (let done = 0; done <= moves.length; done += 1) {
    const folder = newFolder()
    fill(folder, 'old')
    fill(join(folder, '.navet-restored'), 'new')
    for (const [from, to] of moves.slice(0, done)) renameSync(join(folder, from), join(folder, to))
    await settleRestore(folder)
    expect([done, words(folder)]).toEqual([done, files.map(() => 'new')])
    expect(readFileSync(join(folder, 'navet.db.replaced'), 'utf8')).toBe('old navet.db')
    expect(existsSync(join(folder, '.navet-restored'))).toBe(false)
  }
})
