import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createClient } from '@libsql/client/http'
import { expect, onTestFinished, test } from 'vitest'

import { wholeCourse } from '../../../worker/courses/course-parts.ts'
import { loadCatalogue } from '../../../tools/authoring/compile/load-catalogue.ts'
import { prepareDatabase } from '../../../tools/database/prepare-database.ts'
import { startLibsqlServer } from '../../../tools/libsql/server.ts'

async function emptyDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'navet-migrate-'))
  const server = await startLibsqlServer({ file: join(folder, 'navet.db'), token: 't' })
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
  return { server, client: createClient({ url: server.url, authToken: 't' }) }
}

test('two that prepare a database at once, and a third afterwards, leave it as one would', async () => {
  const { server, client } = await emptyDatabase()
  const catalogue = await loadCatalogue('test/fixtures/courses')
  const prepare = () => prepareDatabase(server.url, 't', catalogue)
  const applied = await Promise.all([prepare(), prepare()])
  // Which of the two came first to which is chance.
  const { entries } = JSON.parse(readFileSync('migrations/meta/_journal.json', 'utf8')) as {
    entries: { tag: string }[]
  }
  expect(applied.flat().sort()).toEqual(entries.map(({ tag }) => tag))
  const before = await snapshot()
  expect(await prepare()).toEqual([])
  expect(await snapshot()).toEqual(before)

  async function snapshot() {
    const [tables, versions, migrations] = await client.batch([
      "select name, sql from sqlite_schema where name not like 'sqlite_%' order by name",
      'select version, first_seen_at from question_versions order by version',
      'select hash from __drizzle_migrations',
    ])
    return [tables!.rows.length, versions!.rows.map((row) => ({ ...row })), migrations!.rows.length]
  }
})

test('every question of the catalogue is kept, in the version that is served', async () => {
  const { server, client } = await emptyDatabase()
  const catalogue = await loadCatalogue('test/fixtures/courses')
  await prepareDatabase(server.url, 't', catalogue)
  const course = await wholeCourse(catalogue, 'granska-svaret')
  const served = [...course.lessons.flatMap((lesson) => lesson.questions), ...course.pool].map(({ version }) => version)
  const { rows } = await client.execute('select version from question_versions')
  expect(rows.map((row) => String(row.version)).sort()).toEqual(served.sort())
})
