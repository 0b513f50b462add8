import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import Database from 'libsql'
import { expect, test } from 'vitest'

import { knownMigrations } from '../../formats/migrations.ts'
import { firstRelease, type Kept, keptIn } from '../support/first-release.ts'
import { allEnd, answers, familyOf, kill, ownPlace, type Started } from '../support/processes.ts'
import { restart } from '../support/three-commands.ts'

/** Each learner's row takes a moment to be written, so that a migration that writes to all of them takes seconds. */
const slow = `create trigger slow after update on users begin
  select count(*) from question_versions a, question_versions b, question_versions c; end`
/** So many migrations are done when the kill comes; those that follow write to all learners, or drop a table. */
const doneByThen = [4, 6, 7, 8]
const settings = { BASE_URL: 'https://navet.example' }

test('an upgrade killed while it migrates leaves whole migrations alone, each done or not, and the next start goes on', async () => {
  const folder = firstRelease({ agoMs: 60_000 })
  const before = keptIn(folder)
  onFile(folder, (database) => database.exec(slow))
  const { env, url } = await ownPlace()
  const start = () => restart({ ...env, ...settings, DATA_DIR: folder })

  const reached: number[] = []
  /* oxlint-disable no-await-in-loop -- one kill after the other */
  for (const done of doneByThen) {
    const started = start()
    await expect
      .poll(() => onFile(folder, migrationsIn), { timeout: 150_000, interval: 5 })
      .toBeGreaterThanOrEqual(done)
    await killAll(started)
    reached.push(onFile(folder, wholeMigrations))
  }
  /* oxlint-enable no-await-in-loop */
  expect(Math.min(...reached), 'killed before the end').toBeLessThan(knownMigrations.length)
  expect(reached).toEqual(reached.toSorted((a, b) => a - b))

  onFile(folder, (database) => database.exec('drop trigger slow'))
  const last = start()
  await answers(url, '/readyz')
  await killAll(last)
  expect(onFile(folder, wholeMigrations)).toBe(knownMigrations.length)
  expect(lostOf(before, keptIn(folder))).toEqual([])
})

function migrationsIn(database: Database.Database): number {
  return (database.prepare('select count(*) as done from __drizzle_migrations').get() as { done: number }).done
}

async function killAll({ child }: Started): Promise<void> {
  const family = familyOf(child.pid!).map(({ pid }) => pid)
  for (const pid of family) kill(pid, 'SIGKILL')
  await allEnd(family)
}

function onFile<T>(folder: string, work: (database: Database.Database) => T): T {
  const database = new Database(join(folder, 'navet.db'))
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** How many of the migrations are done: the oldest, none of the others, and all that they made and nothing else. */
function wholeMigrations(database: Database.Database): number {
  expect(database.pragma('integrity_check', { simple: true })).toMatchObject({ integrity_check: 'ok' })
  const done = database.prepare('select hash from __drizzle_migrations order by created_at').raw().all() as [string][]
  const tags = done.map(([tag]) => tag)
  expect(tags).toEqual(knownMigrations.slice(0, done.length).map(({ tag }) => tag))
  expect(schemaOf(database)).toEqual(schemaAfter(tags))
  return done.length
}

function schemaAfter(tags: string[]): unknown[] {
  const database = new Database(':memory:')
  for (const tag of tags) database.exec(readFileSync(join('migrations', `${tag}.sql`), 'utf8'))
  const schema = schemaOf(database)
  database.close()
  return schema
}

/** But for the journals of migrations and erasures, which no migration makes. */
function schemaOf(database: Database.Database): unknown[] {
  return database
    .prepare('select name, sql from sqlite_master order by name')
    .all()
    .filter((each) => !/^(__drizzle|sqlite_|erasures|slow)/.test((each as { name: string }).name))
}

/** The rows of before that are not there any more, in the columns that they had; what 0004 took away is left out. */
function lostOf(before: Kept[], now: Kept[]): string[] {
  return before
    .filter(({ name }) => !['"code_guesses"', '"achievements"'].includes(name))
    .flatMap(({ name, columns, rows }) => {
      const after = now.find((table) => table.name === name)!
      const places = columns.map((column) => after.columns.indexOf(column))
      const found = new Set(
        after.rows.map((row) => JSON.stringify(places.map((place) => (JSON.parse(row) as unknown[])[place]))),
      )
      return rows.filter((row) => !found.has(row)).map((row) => `${name} ${row}`)
    })
}
