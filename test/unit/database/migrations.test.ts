import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { createClient } from '@libsql/client/web'
import { expect, test } from 'vitest'

import { isContract, knownMigrations } from '../../../formats/migrations.ts'
import { startLibsqlServer } from '../../../tools/libsql/server.ts'
import { heldWhile, migrate } from '../../../tools/database/migrate.ts'
import { runTool } from '../../support/run-tool.ts'
import { migratedDatabase, token } from '../../support/migrated-database.ts'

/** Shipped before there was the rule, when nobody was served by two versions. */
const beforeTheRule = new Set(['0004_drop_code_guesses', '0005_keep_several_forms'])

const folder = join(import.meta.dirname, '../../../migrations')

/** What an older build that goes on serving would trip over, in the statements of a migration. */
function faultsOf(sql: string): string[] {
  return sql
    .split(/--> statement-breakpoint|;\s*$/m)
    .map((statement) => statement.trim())
    .filter(
      (statement) =>
        /^drop (table|view|trigger)\b/i.test(statement) ||
        /^alter table\b[^]*\b(drop|rename)\b/i.test(statement) ||
        (/^alter table\b[^]*\badd\b[^]*\bnot null\b/i.test(statement) && !/\bdefault\b/i.test(statement)),
    )
}

const sqlOf = (tag: string) => readFileSync(join(folder, `${tag}.sql`), 'utf8')

test('a migration only adds, unless its name says that it takes away', () => {
  const against = knownMigrations
    .filter(({ tag }) => !isContract(tag) && !beforeTheRule.has(tag))
    .flatMap(({ tag }) => faultsOf(sqlOf(tag)).map((statement) => `${tag}: ${statement}`))
  expect(against).toEqual([])
})

test('the rule sees what an older build would trip over', () => {
  for (const tag of beforeTheRule) expect(faultsOf(sqlOf(tag))).not.toEqual([])
  expect(faultsOf('ALTER TABLE `users` RENAME COLUMN `a` TO `b`;')).toHaveLength(1)
  expect(faultsOf('ALTER TABLE `users` ADD `a` text NOT NULL;')).toHaveLength(1)
  expect(faultsOf("ALTER TABLE `users` ADD `a` text DEFAULT '' NOT NULL;")).toEqual([])
  expect(faultsOf('CREATE INDEX `a` ON `users` (`a`);\n--> statement-breakpoint\nDROP INDEX `b`;')).toEqual([])
})

test('what takes away waits until the version that serves knows it', () => {
  const [contract, later] = [
    { tag: '0008_contract_names', when: 8 },
    { tag: '0009_goals', when: 9 },
  ]
  const held = (schema: number) => [contract, later].filter(heldWhile(schema)).map(({ when }) => when)
  expect([held(7), held(8)]).toEqual([[8], []])
})

const own = migratedDatabase()

test('a migration that waited is applied later, after younger ones', async () => {
  const client = createClient({ url: own.url, authToken: token })
  const tags = async () =>
    (await client.execute('select hash from __drizzle_migrations order by created_at')).rows.map(({ hash }) => hash)
  const all = await tags()
  await client.batch([
    `alter table scheduled_runs drop column took_ms`,
    `delete from __drizzle_migrations where hash = '0007_run_length'`,
  ])
  expect(await migrate(client, { only: ({ tag }) => tag !== '0007_run_length' })).toEqual([])
  expect(await migrate(client)).toEqual(['0007_run_length'])
  expect(await tags()).toEqual(all)
  client.close()
})

test('a dry run says what would be applied, and writes nothing, into an empty database neither', async () => {
  const server = await startLibsqlServer({ file: join(own.folder, 'another.db'), token })
  const client = createClient({ url: server.url, authToken: token })
  const run = (...words: string[]) =>
    runTool({ LIBSQL_URL: server.url, LIBSQL_AUTH_TOKEN: token }, 'database/main.ts', ...words)
  const tables = async () => (await client.execute('select name from sqlite_master')).rows.length
  const [first, ...others] = knownMigrations.map(({ tag }) => tag)
  expect(await run('--dry-run')).toMatchObject({ code: 0, said: `would apply ${[first, ...others].join(', ')}` })
  expect(await tables()).toBe(0)

  await migrate(client, { only: ({ tag }) => tag === first })
  const before = await tables()
  expect((await run('--dry-run')).said).toBe(`would apply ${others.join(', ')}`)
  expect(await tables()).toBe(before)
  expect((await run()).said).toBe(`applied ${others.join(', ')}`)
  expect((await run('--dry-run')).said).toBe('nothing to apply')
  client.close()
  await server.close()
})
