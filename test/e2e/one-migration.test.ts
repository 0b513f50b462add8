import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { type Client, createClient } from '@libsql/client/web'
import { expect, onTestFinished, test } from 'vitest'

import { isContract, knownMigrations, newestNeeded } from '../../formats/migrations.ts'
import { readBuiltCatalogue } from '../../tools/authoring/compile/built-catalogue.ts'
import { keepVersions } from '../../tools/database/keep-versions.ts'
import { migrate } from '../../tools/database/migrate.ts'
import { prepareDatabase } from '../../tools/database/prepare-database.ts'
import { makeKey } from '../../tools/keys/make-key.ts'
import { startDatabase } from '../../tools/start/database-process.ts'
import { checkoutBeforeNewestMigration } from '../support/build-before.ts'
import { isVerified } from '../support/independent-verifier.ts'
import { answers, ownPlace, start } from '../support/processes.ts'
import {
  type Backstage,
  codeMailedTo,
  earnsBadge,
  erases,
  joins,
  practises,
  signsIn,
  startsCompany,
} from '../support/story.ts'
import { type Site, Visitor } from '../support/visitor.ts'

const root = join(import.meta.dirname, '../..')
const secret = 'a secret for two builds, long enough for anybody'
const keys = JSON.stringify({ keys: [makeKey(new Date())] })
const lesson = 'three-questions'
const before = checkoutBeforeNewestMigration(root)

/** A database of its own, in a process as `npm start` runs it. */
async function database() {
  const server = await startDatabase(join(mkdtempSync(join(tmpdir(), 'navet-schema-')), 'navet.db'))
  const client = createClient({ url: server.url, authToken: server.token })
  onTestFinished(async () => {
    client.close()
    await server.stop()
  })
  return { ...server, client, backstage: { client, secret } satisfies Backstage }
}

type Database = Awaited<ReturnType<typeof database>>

/** A build serves a database that is elsewhere, as at sqld or Turso: neither migrates by itself. */
async function serves(checkout: string, { url: libsql, token }: Database, origin?: string) {
  const { env, url } = await ownPlace()
  const settings = {
    LIBSQL_URL: libsql,
    LIBSQL_AUTH_TOKEN: token,
    SECRET: secret,
    SIGNING_KEYS: keys,
    BASE_URL: origin ?? url,
  }
  const started = start({ PORT: env.PORT, ...settings }, [process.execPath, join(checkout, 'tools/start.ts')])
  await answers(url)
  const site: Site = { url, origin: settings.BASE_URL }
  return { site, output: started.output }
}

const catalogue = () => readBuiltCatalogue(join(root, 'dist/catalogue'))

test('the build of before does everything on the new schema, beside the newest, which reads what it wrote', async () => {
  const shared = await database()
  const { backstage, client } = shared
  // As at each deploy: what the build of before shows is kept before another one keeps its own.
  await migrate(client, { only: ({ when }) => when < newestNeeded })
  await keepsItsCatalogue(before, shared)
  // What takes something away waits until the build that serves knows it: for one of before that is not yet.
  await prepareDatabase(shared.url, shared.token, catalogue(), {
    only: ({ tag, when }) => !isContract(tag) || when < newestNeeded,
  })
  const newer = await serves(root, shared)
  const older = await serves(before, shared, newer.site.origin)
  await answers(older.site.url, '/readyz')
  await answers(newer.site.url, '/readyz')

  const [anders, amira, bo] = [new Visitor(older.site), new Visitor(older.site), new Visitor(older.site)]
  await signsIn(anders, 'anders@plat.example', backstage)
  const company = await startsCompany(anders, 'Siljans Plåt')
  await signsIn(amira, 'amira@plat.example', backstage)
  await practises(amira, { lesson }, backstage)
  const award = await earnsBadge(amira, backstage)
  await joins(amira, { code: company.code, name: 'Amira Haddad' })
  expect((await anders.get(company.path)).text).toContain('Amira Haddad')
  await signsIn(bo, 'bo@plat.example', backstage)
  const badgeOfBo = await earnsBadge(bo, backstage)
  await erases(bo, 'bo@plat.example', backstage)

  // The same people, moved over by a deploy, in the same sessions.
  const [andersThen, amiraThen] = [new Visitor(newer.site, anders.jar), new Visitor(newer.site, amira.jar)]
  expect((await andersThen.get(company.path)).text).toContain('Amira Haddad')
  expect(
    (await amiraThen.get(`/sv/courses/granska-svaret/${lesson}`)).text.match(/<section[^>]* id="q-/g),
  ).toHaveLength(4)
  for (const site of [older.site, newer.site]) {
    expect((await new Visitor(site).get(`/sv/badges/${award}`)).status).toBe(200)
    expect((await new Visitor(site).get(`/sv/badges/${badgeOfBo}`)).status).toBe(404)
    await expect.poll(async () => (await new Visitor(site).get(`/badges/${award}.json`)).status).toBe(200)
    const { text } = await new Visitor(site).get(`/badges/${award}.json`)
    expect(await isVerified(text, site)).toBe(true)
  }
  await erases(amiraThen, 'amira@plat.example', backstage)
  for (const site of [older.site, newer.site])
    expect((await new Visitor(site).get(`/sv/badges/${award}`)).status).toBe(404)
  for (const { output } of [older, newer])
    expect(output()).not.toMatch(/"event":"(bug|failed-later|database-cannot-work)"/)
})

test('the newest build on the schema of before works where it can, says 503 elsewhere, and loses nothing until it is migrated', async () => {
  const old = await database()
  const { backstage, client } = old
  await migrate(client, { only: ({ when }) => when < newestNeeded })
  await keepsItsCatalogue(before, old)
  const older = await serves(before, old)
  await answers(older.site.url, '/readyz')
  const [anders, amira] = [new Visitor(older.site), new Visitor(older.site)]
  await signsIn(anders, 'anders@plat.example', backstage)
  const company = await startsCompany(anders, 'Siljans Plåt')
  await signsIn(amira, 'amira@plat.example', backstage)
  await practises(amira, { lesson, most: 2 }, backstage)
  const award = await earnsBadge(amira, backstage)
  await joins(amira, { code: company.code, name: 'Amira Haddad' })

  await keepVersions(client, catalogue(), new Date())
  const newer = await serves(root, old, older.site.origin)
  const readiness = await fetch(`${newer.site.url}/readyz`)
  expect(await readiness.json()).toMatchObject({ ready: false, migrations: 'behind' })
  expect(readiness.status).toBe(503)
  const rows = await rowsIn(client)
  const amiraThen = new Visitor(newer.site, amira.jar)
  const andersThen = new Visitor(newer.site, anders.jar)
  // Who is signed in learns on, where that needs nothing new. Whoever signs in now may have to wait; the code holds until then.
  const hasPractised = await isServed(() => practises(amiraThen, { lesson }, backstage))
  const hasEarned = await isServed(() => earnsBadge(andersThen, backstage))
  const nils = new Visitor(newer.site)
  await nils.sends('/sv/sign-in', { email: 'nils@plat.example' })
  const code = await codeMailedTo('nils@plat.example', backstage)
  const form = { email: 'nils@plat.example', code }
  const signingIn = await nils.post('/sv/sign-in/code', form)
  expect(signingIn.status).toBeOneOf([303, 503])
  const course = '/sv/courses/granska-svaret'
  const me = ['', '/name', '/privacy', '/addresses', '/erasure', `/badges/${award}`].map((path) => `/sv/me${path}`)
  const pages = [
    '/sv',
    course,
    `${course}/badge`,
    `/sv/badges/${award}`,
    `/badges/${award}.json`,
    `${company.path}/seen`,
    ...me,
  ]
  const away = await unavailableOf(pages, amiraThen)
  if (away.length > 0 || signingIn.status === 503 || !hasPractised || !hasEarned)
    expect(newer.output()).toContain('"event":"database-cannot-work","code":"MIGRATIONS_BEHIND"')
  expect(newer.output()).not.toContain('"event":"bug"')
  const written = await rowsIn(client)
  expect(missing(rows, written), 'of before').toEqual([])

  await prepareDatabase(old.url, old.token, catalogue())
  expect(await (await fetch(`${newer.site.url}/readyz`)).json()).toMatchObject({ migrations: 'ok' })
  expect(missing(written, await rowsIn(client)), 'of what both builds wrote').toEqual([])
  expect(await unavailableOf(pages, amiraThen)).toEqual([])
  if (!hasPractised) await practises(amiraThen, { lesson }, backstage)
  if (!hasEarned) await earnsBadge(andersThen, backstage)
  if (signingIn.status === 503) expect(await nils.post('/sv/sign-in/code', form)).toMatchObject({ status: 303 })
  expect((await nils.get('/sv/me')).status).toBe(200)
  await erases(amiraThen, 'amira@plat.example', backstage)
})

/** Each row of every table, by its columns' names; where it is null nothing is said of it. */
async function rowsIn(client: Client): Promise<Record<string, unknown>[]> {
  const tables = await client.execute(`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`)
  const found = await client.batch(
    tables.rows.map(({ name }) => `select '${String(name)}' as "table", * from "${String(name)}"`),
    'read',
  )
  return found.flatMap(({ rows, columns }) =>
    rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]]))),
  )
}

/**
 * Rows that are nowhere among others, in the columns that they had. Runs, sessions and `last_at` say when it was last, and
 * requirements what the courses of the build that serves ask.
 */
function missing(rows: Record<string, unknown>[], among: Record<string, unknown>[]): Record<string, unknown>[] {
  const asBefore = (row: Record<string, unknown>, columns: string[]) => JSON.stringify(columns.map((each) => row[each]))
  return rows
    .filter(
      ({ table }) => !['scheduled_runs', 'sessions', 'requirements', '__drizzle_migrations'].includes(String(table)),
    )
    .filter((row) => {
      const columns = Object.keys(row).filter((column) => column !== 'last_at')
      return !among.some((other) => other.table === row.table && asBefore(other, columns) === asBefore(row, columns))
    })
}

/** Opens each page: those that cannot be shown say so in words, and none is broken. */
async function unavailableOf(pages: string[], person: Visitor): Promise<string[]> {
  const answered = await Promise.all(pages.map(async (path) => ({ path, ...(await person.get(path)) })))
  const away = answered.filter(({ status }) => status === 503)
  for (const { text } of away) expect(text).toContain('<h1')
  expect(
    answered.filter(({ status }) => status >= 400 && status !== 503).map(({ path, status }) => [path, status]),
  ).toEqual([])
  return away.map(({ path }) => path)
}

test('a build on a schema from which a later one took something away says so, and answers 503 where it needs that', async () => {
  const own = await database()
  await prepareDatabase(own.url, own.token, catalogue())
  const { site, output } = await serves(root, own)
  await answers(site.url, '/readyz')
  const { rows } = await own.client.execute(
    `select question, version from question_versions join question_places using (version) where page = '${lesson}' limit 1`,
  )
  const stranger = new Visitor(site)
  const remarks = () =>
    stranger.post('/sv/courses/granska-svaret/remarks', {
      id: crypto.randomUUID(),
      question: String(rows[0]!.question),
      version: String(rows[0]!.version),
      page: lesson,
      text: 'Två svar är rätta.',
    })
  expect((await remarks()).status).toBe(303)

  await own.client.execute('drop table remarks')
  expect((await remarks()).status, 'a table that nobody took away is a fault of ours').toBe(500)
  await expect.poll(output).toContain('"event":"bug"')

  await own.client.execute({
    sql: 'insert into __drizzle_migrations (hash, created_at) values (?, ?)',
    args: ['9999_contract_remarks', knownMigrations.at(-1)!.when + 1],
  })
  const answer = await remarks()
  expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('Två svar är rätta.')])
  await expect.poll(output).toContain('"event":"database-cannot-work","code":"MIGRATIONS_CONTRACTED"')
  const readiness = await fetch(`${site.url}/readyz`)
  expect([readiness.status, await readiness.json()]).toEqual([
    503,
    expect.objectContaining({ migrations: 'contracted' }),
  ])
  expect((await stranger.get(`/sv/courses/granska-svaret/${lesson}`)).status).toBe(200)
})

test('a clone without history is told so: which build served before cannot be known in it', async () => {
  const shallow = mkdtempSync(join(tmpdir(), 'navet-shallow-'))
  await promisify(execFile)('git', ['clone', '-q', '--depth', '1', `file://${root}`, shallow])
  expect(() => checkoutBeforeNewestMigration(shallow)).toThrow('git fetch --unshallow')
  expect(() => checkoutBeforeNewestMigration(mkdtempSync(join(tmpdir(), 'navet-none-')))).toThrow('run this in a clone')
})

/** What the deploy of a build does to its database after the migrations. */
/** False where it was answered 503; anything else that goes wrong is a fault. */
async function isServed(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof Error && /^503\b/.test(error.message)) return false
    throw error
  }
}

async function keepsItsCatalogue(checkout: string, { url, token }: Database): Promise<void> {
  const env = { ...process.env, LIBSQL_URL: url, LIBSQL_AUTH_TOKEN: token }
  await promisify(execFile)(process.execPath, [join(checkout, 'tools/database/main.ts')], { cwd: checkout, env })
}
