import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { isSetInStatusList } from '../../formats/credentials/status-list.ts'
import { readPng } from '../../formats/png/png.ts'
import { readSvg } from '../../formats/xml/svg.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { statusLists } from '../../worker/db/schema/credentials.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const anybody = () => new Browser()

/** Somebody with a badge: the browser, the address and the award's id. */
async function holder() {
  const email = somebody()
  const browser = await signedIn(email)
  await earnBadge(browser, db)
  const [row] = await db
    .select({ id: awards.id })
    .from(awards)
    .innerJoin(users, eq(users.id, awards.learner))
    .where(eq(users.email, email))
  return { email, browser, award: row!.id, control: `/sv/me/badges/${row!.id}` }
}

async function credentialOf(award: string) {
  const { text } = await anybody().get(`/badges/${award}.json`)
  return JSON.parse(text)
}

async function isRevoked({
  statusListIndex,
  statusListCredential,
}: {
  statusListIndex: string
  statusListCredential: string
}) {
  const { text } = await anybody().get(new URL(statusListCredential).pathname)
  return isSetInStatusList(JSON.parse(text).credentialSubject.encodedList, Number(statusListIndex))
}

test('a badge has four files, each with the same proof, for any site and without a person in them', async () => {
  const { award, email } = await holder()
  const [json, jwt, svg, png] = await Promise.all(
    ['json', 'jwt', 'svg', 'png'].map((kind) => anybody().send(`/badges/${award}.${kind}`)),
  )
  expect([json, jwt, svg, png].map((answer) => answer!.status)).toEqual([200, 200, 200, 200])
  expect(json!.headers.get('content-type')).toContain('application/vc+ld+json')
  expect(json!.headers.get('access-control-allow-origin')).toBe('*')
  expect(json!.trips).toBe(1)
  expect(readSvg(svg!.text)).toEqual({ credential: json!.text })
  expect(jwt!.text.split('.')).toHaveLength(3)
  for (const { text } of [json!, svg!]) expect(text).not.toContain(email)

  const response = await anybody().bytes(`/badges/${award}.png`)
  expect(readPng(response)).toEqual({ credential: json!.text })
})

test('the proof page, certificate and PDF are there, and the page asks search engines to stay away', async () => {
  const { award } = await holder()
  const page = await anybody().get(`/sv/badges/${award}`)
  expect(page.text).toContain('noindex')
  expect(page.text).toContain('Demo. Märket är inte utfärdat av hubben.')
  expect(page.trips).toBe(1)
  expect(page.text).toMatch(/<meta name="description" content="Märket AI-granskare [^"]+"/)
  const certificate = await anybody().get(`/sv/badges/${award}/certificate`)
  expect(certificate.text).toContain('AI-granskare')
  const sheet = /<article class="paper"[\s\S]*<\/article>/.exec(certificate.text)![0].replaceAll(award, '')
  expect(sheet, 'what only a program reads').not.toMatch(/[0-9a-f]{16}|did:/)
  const pdf = await anybody().get(`/en/badges/${award}/certificate.pdf`)
  expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-'])
})

test('what a badge stands for is a page for people and JSON for programs, by version', async () => {
  const { award } = await holder()
  const { credentialSubject } = await credentialOf(award)
  const address = new URL(credentialSubject.achievement.id).pathname
  const answer = await anybody().get(address, { accept: 'application/json' })
  expect(JSON.parse(answer.text)).toMatchObject(credentialSubject.achievement)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
  expect(answer.headers.get('vary')).toBe('Accept')
  expect(credentialSubject.achievement.criteria.id).not.toBe(credentialSubject.achievement.id)
  const page = await anybody().get(address, { accept: 'text/html', 'accept-language': 'en' })
  expect(page.text).toContain('Who sat at the screen')
  expect(page.headers.get('cache-control')).toBe('private, no-store')
  expect((await anybody().get('/achievements/ai-granskare.png')).status).toBe(200)
  expect((await anybody().get('/achievements/no-such-badge')).status).toBe(404)
})

test('a name and an address are shown only when chosen, and each change is a new issue of the same badge', async () => {
  const { browser, control, award, email } = await holder()
  const before = await credentialOf(award)
  expect(before.credentialSubject).not.toHaveProperty('identifier')

  await browser.post(control, { name: 'yes', holder: 'Åsa Öberg', email })
  const named = await credentialOf(award)
  expect(named.credentialSubject.identifier).toMatchObject([
    { identityHash: 'Åsa Öberg', hashed: false },
    { hashed: true, identityHash: expect.stringMatching(/^sha256\$[0-9a-f]{64}$/) },
  ])
  expect(JSON.stringify(named)).not.toContain(email)
  expect(named.id).toBe(before.id)
  expect(Date.parse(named.validFrom)).toBeGreaterThan(Date.parse(before.validFrom))
  expect(named.awardedDate).toBe(before.awardedDate)

  // Pressed twice: the same wishes change nothing.
  await browser.post(control, { name: 'yes', holder: 'Åsa Öberg', email })
  expect(await credentialOf(award)).toEqual(named)

  await browser.post(control, { holder: 'Åsa Öberg' })
  expect((await credentialOf(award)).credentialSubject).not.toHaveProperty('identifier')
})

test('one pass is one badge: with every change of what it says of its holder the files from before stop holding', async () => {
  const { browser, control, award } = await holder()
  expect((await browser.get(control)).text).toContain('slutar de filer att gälla som du redan har hämtat')
  const files = [await credentialOf(award)]
  for (const name of ['Mallory', 'Trudy', 'Eve']) {
    await browser.post(control, { name: 'yes', holder: name })
    files.push(await credentialOf(award))
  }
  await browser.post(control, {})
  files.push(await credentialOf(award))
  expect(new Set(files.map(({ credentialStatus }) => credentialStatus.id)).size).toBe(5)
  const revoked = []
  for (const { credentialStatus } of files) revoked.push(await isRevoked(credentialStatus))
  expect(revoked).toEqual([true, true, true, true, false])
})

test('a badge is changed ten times a year and no more, and the page says from when again', async () => {
  const { browser, control, award } = await holder()
  for (let i = 1; i <= 10; i += 1) {
    expect((await browser.post(control, { name: 'yes', holder: `Namn ${i}` })).status).toBe(303)
  }
  const before = await credentialOf(award)
  const eleventh = await browser.post(control, { name: 'yes', holder: 'Namn elva' })
  expect(eleventh.status).toBe(429)
  expect(eleventh.text).toContain('Ett märke kan ändras tio gånger på ett år')
  expect(eleventh.text).toContain('value="Namn elva"')
  expect(await credentialOf(award)).toEqual(before)
  // The same again is no change, and is not counted.
  expect((await browser.post(control, { name: 'yes', holder: 'Namn 10' })).status).toBe(303)
  // Taken back and given again it has had its ten all the same.
  await browser.post(`${control}/withdrawal`, {})
  await browser.post(`${control}/publication`, {})
  expect((await browser.post(control, { name: 'yes', holder: 'Namn elva' })).status).toBe(429)
})

test('two changes at once leave one badge, and every place that was given up is revoked', async () => {
  const { browser, control, award } = await holder()
  const before = await credentialOf(award)
  await Promise.all(['A', 'B', 'C', 'D'].map((name) => browser.post(control, { name: 'yes', holder: name })))
  const after = await credentialOf(award)
  expect(await isRevoked(after.credentialStatus)).toBe(false)
  expect(await isRevoked(before.credentialStatus)).toBe(true)
})

test.each([
  ['nothing', ' ', 'Skriv ett namn.'],
  ['a name that turns the text around', 'Åsa \u202Egrebö', 'tecken som inte syns'],
  ['a line break', 'Åsa\nÖberg', 'tecken som inte syns'],
  ['a control character', 'Åsa\u0001', 'tecken som inte syns'],
  ['81 letters', 'å'.repeat(81), 'längre än 80 tecken'],
])('%s is no holder’s name: the field says so and keeps the text', async (_, typed, words) => {
  const { browser, control, award } = await holder()
  const answer = await browser.post(control, { name: 'yes', holder: typed })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(words)
  expect(answer.text).toContain('aria-invalid="true"')
  expect(answer.text).toContain(`value="${typed}"`)
  expect((await credentialOf(award)).credentialSubject).not.toHaveProperty('identifier')
  // Not even past the form.
  const past = db.run(sql`update credentials set holder = ${typed} where award = ${award}`)
  await expect(past).rejects.toThrow()
})

test('every place that shows a holder’s name says whose word it is', async () => {
  const { browser, control, award } = await holder()
  await browser.post(control, { name: 'yes', holder: 'Åsa Öberg' })
  const [page, paper] = [
    await anybody().get(`/sv/badges/${award}`),
    await anybody().get(`/sv/badges/${award}/certificate`),
  ]
  expect(page.text).toContain('Innehavarens namn, enligt innehavaren själv:')
  expect(page.text).toContain('(namnet är innehavarens egen uppgift)')
  expect(paper.text).toContain('Utfärdat till, enligt innehavaren själv:')
  expect((await credentialOf(award)).credentialSubject.achievement.criteria.narrative).toContain(
    'A name on the badge was given by its holder.',
  )
})

test('who chooses a name that the PDF cannot print is told so, and Greek and Cyrillic can be', async () => {
  const { browser, control } = await holder()
  await browser.post(control, { name: 'yes', holder: 'Олена Ιωάννα Nguyễn' })
  expect((await browser.get(control)).text).not.toContain('PDF-intyget kan inte skriva namnet')
  await browser.post(control, { name: 'yes', holder: 'سارة' })
  expect((await browser.get(control)).text).toContain('PDF-intyget kan inte skriva namnet')
})

test('nobody else may change a badge, nor put in an address that is not theirs', async () => {
  const { control, browser, award } = await holder()
  const stranger = await signedIn()
  expect((await stranger.get(control)).status).toBe(404)
  expect((await stranger.post(control, { name: 'yes', holder: 'Mallory' })).status).toBe(404)
  await stranger.post(`${control}/withdrawal`, {})
  expect((await anybody().get(`/sv/badges/${award}`)).status).toBe(200)
  expect((await browser.post(control, { email: 'somebody@else.example' })).status).toBe(422)
  expect((await anybody().post(control, {})).status).toBe(303)
})

test('a badge that is taken back is gone and revoked, like one that never was; given again it has a new place', async () => {
  const { browser, control, award } = await holder()
  const before = await credentialOf(award)
  expect(await isRevoked(before.credentialStatus)).toBe(false)

  await browser.post(`${control}/withdrawal`, {})
  expect(await isRevoked(before.credentialStatus)).toBe(true)
  const [withdrawn, unknown] = await Promise.all([award, 'f'.repeat(32)].map((id) => anybody().get(`/sv/badges/${id}`)))
  const bare = (text: string) => text.replaceAll(/[0-9a-f]{32}|N-[A-Z0-9]{8}/g, '')
  expect([withdrawn!.status, bare(withdrawn!.text)]).toEqual([404, bare(unknown!.text)])
  for (const kind of ['json', 'jwt', 'svg', 'png']) {
    expect((await anybody().get(`/badges/${award}.${kind}`)).status).toBe(404)
  }

  await browser.post(`${control}/publication`, {})
  const again = await credentialOf(award)
  expect(again.id).toBe(before.id)
  expect(again.credentialStatus.id).not.toBe(before.credentialStatus.id)
  expect(await isRevoked(again.credentialStatus)).toBe(false)
  expect(await isRevoked(before.credentialStatus)).toBe(true)
})

test('all of one’s badges come in one file', async () => {
  const { browser } = await holder()
  const zip = await browser.get('/sv/me/badges.zip')
  expect([zip.status, zip.text.slice(0, 2)]).toEqual([200, 'PK'])
  expect(zip.text).toContain('ai-granskare-')
})

test('an account that goes takes its badges along and sets their bits', async () => {
  const { email, award } = await holder()
  const { credentialStatus } = await credentialOf(award)
  await db.delete(users).where(eq(users.email, email))
  expect((await anybody().get(`/badges/${award}.json`)).status).toBe(404)
  const [list] = await db.select().from(statusLists).where(eq(statusLists.list, 1))
  expect(list!.revision).toBeGreaterThan(list!.signed)

  await holder()
  expect(await isRevoked(credentialStatus)).toBe(true)
})

test('without https there is no did:web here, and a list that is not there is not found', async () => {
  expect((await anybody().get('/.well-known/did.json')).status).toBe(404)
  expect((await anybody().get('/status/999')).status).toBe(404)
  const web = await new Browser(bindings({ BASE_URL: 'https://navet.example' })).get('/.well-known/did.json')
  const did = JSON.parse(web.text)
  expect(did.id).toBe('did:web:navet.example')
  expect(did.assertionMethod).toEqual(did.verificationMethod.map(({ id }: { id: string }) => id))
  expect(web.text).not.toMatch(/secret|"d":/)
  expect(web.headers.get('cache-control')).toBe('public, max-age=300')
})

test('my learning shows the badges on a shelf, and what they cover of six areas at three levels', async () => {
  const fresh = await signedIn()
  const states = (text: string) => [...text.matchAll(/data-state="(\w+)"/g)].map(([, state]) => state)
  const before = states((await fresh.get('/sv/me')).text)
  expect(before).not.toContain('earned')
  expect(before).toContain('open')

  const { browser, control } = await holder()
  const page = await browser.get('/sv/me')
  expect(states(page.text).filter((state) => state === 'earned')).toHaveLength(1)
  expect(page.text).toContain('/sv/me/badges.zip')
  await browser.post(`${control}/withdrawal`, {})
  const without = await browser.get('/sv/me')
  expect(states(without.text)).not.toContain('earned')
  expect(without.text).toContain(`href="${control}"`)
})
