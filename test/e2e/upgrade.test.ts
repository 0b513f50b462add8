import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createClient } from '@libsql/client/web'
import { expect, test } from 'vitest'

import { readRunning } from '../../tools/start/folder-lock.ts'
import { firstRelease, type Kept, keptIn, made, secretOf } from '../support/first-release.ts'
import { isVerified } from '../support/independent-verifier.ts'
import { answers, exits, ownPlace } from '../support/processes.ts'
import { runTool } from '../support/run-tool.ts'
import { type Backstage, earnsBadge, joins, opensTest, rightSheet, signsIn } from '../support/story.ts'
import { restart, upgrade, upgradeCommands } from '../support/three-commands.ts'
import { type Site, Visitor } from '../support/visitor.ts'

const minute = 60_000
const day = 24 * 60 * minute
const settings = {
  BASE_URL: 'https://navet.example',
  CONTROLLER_NAME: 'Dalarna Science Park',
  CONTACT_EMAIL: 'data@navet.example',
}
const lesson = '/sv/courses/granska-svaret/three-questions'

/** The newest on a folder of before: a place of its own, and what drives the story. */
async function place(folder: string) {
  const { env, url } = await ownPlace()
  const site: Site = { url, origin: settings.BASE_URL }
  return { env: { ...env, ...settings, DATA_DIR: folder }, url, site }
}

async function backstageOf(folder: string): Promise<Backstage> {
  const { url, token } = (await readRunning(folder))!
  return { client: createClient({ url, authToken: token }), secret: secretOf(folder) }
}

test('three commands take the first release to the newest: every row, the session, the answers, the draft, the badge', async () => {
  expect(upgradeCommands()).toHaveLength(3)
  const folder = firstRelease({ agoMs: minute })
  const before = keptIn(folder)
  const { env, url, site } = await place(folder)
  const newest = upgrade(env)
  await answers(url, '/readyz')
  expect(newest.output(), 'built by the second command, not by whom systemd starts').not.toContain('Building')
  const backstage = await backstageOf(folder)
  await isAllThere(before, backstage)
  await goesOn(site, backstage)
  newest.child.kill('SIGTERM')
  expect((await exits(newest)).code).toBe(0)
})

test('long after, who was signed in is asked to sign in again, and goes on where she was', async () => {
  const folder = firstRelease({ agoMs: 40 * day })
  const { env, url, site } = await place(folder)
  restart(env)
  await answers(url, '/readyz')
  const kerstin = new Visitor(site, Object.entries(made.cookie))
  expect(await kerstin.get('/sv/me')).toMatchObject({ status: 303, location: expect.stringContaining('/sv/sign-in') })
  await signsIn(kerstin, 'kerstin@falu-snickeri.example', await backstageOf(folder))
  expect((await kerstin.get(lesson)).text.match(/<section[^>]* id="q-/g)).toHaveLength(4)
  // Its 24 hours are over: no failure, and another is drawn.
  expect(await opensTest(kerstin)).not.toBe(made.test)
})

test('a backup of before is restored onto the newest', async () => {
  const folder = firstRelease({ agoMs: minute })
  const before = keptIn(folder)
  const { env, url, site } = await place(folder)
  const secrets = { ...env, BACKUP_PASSPHRASE: 'a passphrase for upgrades' }
  const backup = join(mkdtempSync(join(tmpdir(), 'navet-before-')), 'before.backup')
  expect(await runTool(secrets, 'backup.ts', backup)).toMatchObject({ code: 0 })
  expect(keptIn(folder), 'which migrates nothing').toEqual(before)

  const other = join(mkdtempSync(join(tmpdir(), 'navet-newest-')), 'data')
  expect(await runTool({ ...secrets, DATA_DIR: other }, 'restore.ts', backup)).toMatchObject({ code: 0 })
  restart({ ...env, DATA_DIR: other })
  await answers(url, '/readyz')
  const backstage = await backstageOf(other)
  await isAllThere(before, backstage)
  await goesOn(site, backstage)
})

/** What migrations were meant to change is named; all else of before is in the database, value by value. */
const meant: Record<string, string> = {
  __drizzle_migrations: 'more of them',
  code_guesses: '0004: codes are bound to the browser that asked',
  achievements: 'the words of a badge may be mended',
}

async function isAllThere(before: Kept[], { client }: Backstage): Promise<void> {
  const kept = before.filter(({ name }) => !(JSON.parse(name) in meant))
  expect(kept.map(({ rows }) => rows.length).reduce((sum, rows) => sum + rows)).toBeGreaterThan(500)
  /* oxlint-disable no-await-in-loop -- one table after the other */
  for (const { name, columns, rows } of kept) {
    const now = await client.execute(`select ${columns.join(', ')} from ${name}`)
    const found = new Set(now.rows.map((row) => JSON.stringify(columns.map((_, i) => row[i]))))
    expect(
      rows.filter((row) => !found.has(row)),
      `of ${name}`,
    ).toEqual([])
  }
  /* oxlint-enable no-await-in-loop */
}

/** The people of before, as if nothing had been. */
async function goesOn(site: Site, backstage: Backstage): Promise<void> {
  const kerstin = new Visitor(site, Object.entries(made.cookie))
  expect((await kerstin.get('/sv/me')).text).toContain('Kerstin Öhman')
  const practised = (await kerstin.get(lesson)).text
  expect(practised.match(/<section[^>]* id="q-/g)).toHaveLength(4)
  const sheet = (await kerstin.get(made.test)).text
  for (const [name, value] of Object.entries(await rightSheet(made.test, { most: 3 }, backstage)))
    expect(sheet, `${name} as it was left`).toMatch(chosen(name, String(value)))
  const { rows } = await backstage.client.execute({
    sql: 'select json from credentials where award = ?',
    args: [made.award],
  })
  await isBadge(site, made.award, String(rows[0]!.json))
  expect((await kerstin.get(`${made.company}/seen`)).text).toContain('Falu Snickeri')

  expect(await opensTest(kerstin)).toBe(made.test)
  await isBadge(site, await earnsBadge(kerstin, backstage))
  const [greta, nils] = [new Visitor(site), new Visitor(site)]
  await signsIn(greta, 'greta@falu-snickeri.example', backstage)
  await signsIn(nils, 'nils@falu-snickeri.example', backstage)
  await joins(nils, { code: made.invitation, name: 'Nils Ek' })
  const team = (await greta.get(made.company)).text
  for (const name of ['Olle Ångström', 'Kerstin Öhman', 'Nils Ek']) expect(team).toContain(name)
}

/** A choice, or a place in an order, as a form says that it is made. */
function chosen(name: string, value: string): RegExp {
  const [field, mark] = [`name="${name.replaceAll('.', String.raw`\.`)}"`, `value="${value}"`]
  return new RegExp(
    `${field} ${mark}[^>]* checked=|<select[^>]* ${field}[^>]*>(?:(?!</select>).)*<option ${mark} selected=`,
  )
}

/** Its page is there, and its file holds for somebody else's verifier; `as`: the very file of before. */
async function isBadge(site: Site, award: string, as?: string): Promise<void> {
  expect((await new Visitor(site).get(`/sv/badges/${award}`)).status).toBe(200)
  const served = () => new Visitor(site).get(`/badges/${award}.json`)
  await expect.poll(async () => (await served()).status, { timeout: 150_000 }).toBe(200)
  const file = await served()
  if (as) expect(file.text).toBe(as)
  expect(await isVerified(file.text, site)).toBe(true)
  expect(await isVerified(file.text.replace('AI-granskare', 'AI-grangskare'), site)).toBe(false)
}
