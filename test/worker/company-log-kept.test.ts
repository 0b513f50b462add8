import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'

import { forgetEntries } from '../../worker/companies/audit/store.ts'
import { auditEntries } from '../../worker/db/schema/companies.ts'
import { monthsAfter } from '../../worker/retention/rules.ts'
import { idOf, past, whatOn } from '../support/company-log.ts'
import { signedIn } from '../support/people.ts'
import { join, startTeam, type Team } from '../support/teams.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())

describe('a log as a file', () => {
  let own: Team
  beforeAll(async () => {
    own = await startTeam({ displayName: '=HYPERLINK("http://evil.example";"Öst")' })
    await join(await signedIn(), own.code, { name: '"Ulf"; Kast' })
  })

  test('opens in a spreadsheet with nothing that it computes, and says who fetched it', async () => {
    const file = await own.owner.post(`${own.path}/log/files`, { format: 'csv' })
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="handelselogg.csv"')
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = file.text.replace(/^\uFEFF/, '').split('\r\n')
    expect(lines[0]).toBe('"När";"Vem";"Vad";"Sort"')
    expect(file.text).toMatch(/"\d{4}-\d\d-\d\d \d\d:\d\d";"'=HYPERLINK\(""http/)
    expect(file.text).toMatch(/"\d{4}-\d\d-\d\d";"""Ulf""; Kast";"Gick med";"Åtkomst och roller"/)
    expect(whatOn(await own.owner.get(`${own.path}/log?kind=files`))[0]).toMatch(/Hämtade loggen som CSV$/)
  })

  test('is JSON for programs, without an id of anything and without times of members', async () => {
    const file = await own.owner.post(`${own.path}/log/files`, { format: 'json', kind: 'access' })
    const { company: name, entries } = JSON.parse(file.text) as { company: string; entries: Record<string, unknown>[] }
    expect(name).toBe('Siljans Plåt')
    expect(entries.every(({ kind }) => kind === 'access')).toBe(true)
    expect(entries.find(({ action }) => action === 'member-joined')).toMatchObject({ time: null, by: '"Ulf"; Kast' })
    expect(file.text).not.toMatch(/[0-9a-f]{32}|[0-9A-Z]{16}/)
  })
})

describe('the rows of a log', () => {
  const refusal = async (work: PromiseLike<unknown>) => {
    try {
      await work
      return 'done'
    } catch (error) {
      return String((error as Error).cause)
    }
  }

  test('are changed by nobody, and deleted by nobody before 24 months are over', async () => {
    const own = eq(auditEntries.company, idOf(await startTeam()))
    expect(await refusal(db.update(auditEntries).set({ action: 'team-ended' }).where(own))).toContain('only added to')
    expect(await refusal(db.delete(auditEntries).where(own))).toContain('kept for 24 months')
  })

  test('go when 24 months are over, by the scheduled run, and not a day before', async () => {
    const own = await startTeam()
    const day = 86_400_000
    const now = Date.now()
    await past(own, monthsAfter(new Date(now - day), -24), 'team-made')
    await past(own, monthsAfter(new Date(now + day), -24), 'team-ended')
    await forgetEntries(db, new Date(now - 730 * day))
    // Nor does a clock of ours that is ahead take what the database still keeps, or stop the run.
    await forgetEntries(db, new Date(now))
    const left = (
      await db
        .select()
        .from(auditEntries)
        .where(eq(auditEntries.company, idOf(own)))
    ).map((row) => row.action)
    expect(left).not.toContain('team-made')
    expect(left).toContain('team-ended')
  })

  test('go with their company', async () => {
    const id = idOf(await startTeam())
    await db.run(sql`delete from companies where id = ${id}`)
    expect(await db.select().from(auditEntries).where(eq(auditEntries.company, id))).toEqual([])
  })

  test('are shown where they can be read: what an action or its facts are is told or left out', async () => {
    const own = await startTeam()
    for (const [action, facts] of [
      ['what-is-this', '{}'],
      ['role-changed', 'not json'],
      ['role-changed', '{"role":"<b>king</b>","reason":17,"count":"many","team":["x"]}'],
      ['people-invited', '{"count":12}'],
      ['terms-changed', '{"version":3}'],
    ])
      await db.run(
        sql`insert into audit_entries (company, action, facts, at) values (${idOf(own)}, ${action}, ${facts}, 0)`,
      )
    const page = await own.owner.get(`${own.path}/log`)
    expect(whatOn(page).slice(2).toSorted()).toEqual([
      'Navet: Bjöd in 12 personer',
      'Navet: En händelse som den här sidan inte känner till',
      'Navet: Gjorde någon till medarbetare',
      'Navet: Gjorde någon till medarbetare',
      'Navet: Ändrade vilka kurser som syns (villkor 3)',
    ])
    expect(page.text).not.toContain('king')
    expect((await own.owner.post(`${own.path}/log/files`, { format: 'json' })).status).toBe(200)
  })
})
