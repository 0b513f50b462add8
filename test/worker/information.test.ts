import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'

import { neverSeen, seenByCompanies } from '../../web/components/seen-names.ts'
import { lateWords } from '../../web/messages/late.ts'
import { idOf } from '../support/company-log.ts'
import { course } from '../support/lessons.ts'
import { signedIn } from '../support/people.ts'
import { join, startTeam, type Team } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
let team: Team
let amira: Browser

beforeAll(async () => {
  team = await startTeam({ name: 'Plåt & Svets' })
  amira = await signedIn()
  await join(amira, team.code)
})

const sheet = (of: Browser = amira, l = 'sv') => of.get(`${team.path.replace('/sv/', `/${l}/`)}/information`)

describe('the information sheet', () => {
  test('is of one company for whoever belongs to it, and for nobody else', async () => {
    for (const person of [amira, team.owner]) {
      const { status, text } = await sheet(person)
      expect(status).toBe(200)
      expect(text).toContain('Så fungerar Navet på Plåt &amp; Svets')
      expect(text).toContain('Alla kurser i Navet, även de som kommer senare.')
    }
    expect((await sheet(await signedIn())).status).toBe(404)
    expect((await sheet(new Browser())).location).toContain('/sv/sign-in?next=')
    const left = await signedIn()
    await join(left, team.code)
    await left.post(`${team.path}/departure`, {})
    expect((await sheet(left)).status).toBe(404)
  })

  test('names the courses of the terms that hold for those who join now, and whom to ask', async () => {
    const own = await startTeam({ share: 'some', courses: [course] } as object)
    const before = await own.owner.get(`${own.path}/information`)
    expect(before.text).not.toContain('Fråga om AI')
    await db.run(sql`insert into terms (company, version, courses, at) values (${idOf(own)}, 2, '[]', 0)`)
    await db.run(sql`update companies set contact_name = 'Karin Ås', contact_reach = '070-123 45 67'
      where id = ${idOf(own)}`)
    const { text, trips } = await own.owner.get(`${own.path}/information`)
    expect(text).toContain('Version 2, från 1 januari 1970')
    expect(text).toContain('Karin Ås, 070-123 45 67')
    expect(trips).toBe(1)
  })

  test('is there for anybody about any company, and names none', async () => {
    for (const [l, title] of [
      ['sv', 'Så fungerar Navet på ett företag'],
      ['en', 'How Navet works at a company'],
    ]) {
      const { status, text, trips } = await new Browser().get(`/${l}/information`)
      expect(status).toBe(200)
      expect(text).toContain(title)
      expect(trips).toBe(0)
    }
  })

  test('says what is seen and what never is by the lists that are read before joining', async () => {
    for (const locale of ['sv', 'en'] as const) {
      const t = lateWords(locale)
      const pages = [await sheet(amira, locale), await new Browser().get(`/${locale}/join/${team.code}`)]
      for (const { text } of pages) {
        // Before joining it says which courses.
        for (const name of seenByCompanies) if (name !== 'courses') expect(text).toContain(t(`team.shows.${name}`))
        for (const name of neverSeen) expect(text).toContain(t(`team.never.${name}`))
      }
    }
  })

  test('calls it nobody’s consent, claims no law to be met, and names no authority but the one for personal data', async () => {
    for (const locale of ['sv', 'en']) {
      const { text } = await sheet(amira, locale)
      expect(text).not.toMatch(/samtyck|consent|uppfyller|compliant|certif|MBL|medbestämmande|AI-förordning|AI Act/i)
      expect(text.match(/imy\.se/g)).toHaveLength(1)
    }
  })
})
