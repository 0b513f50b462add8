import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { passkeys, users } from '../../worker/db/schema/accounts.ts'
import { Authenticator, optionsOn } from '../support/authenticator.ts'
import { isSignedIn, mailsTo, mailTo } from '../support/mailed.ts'
import { joinByPaper, paperFor } from '../support/papers.ts'
import { somebody } from '../support/people.ts'
import { startTeam } from '../support/teams.ts'
import { type Answer, bindings, Browser, database } from '../support/worker.ts'

const origin = 'http://localhost:8787'
const env = bindings({ BASE_URL: origin })
const db = database(bindings())

/** A browser of a site that has passkeys: they need a name. */
class NamedBrowser extends Browser {
  constructor() {
    super(env)
  }

  override post(path: string, fields: Record<string, string | string[]>): Promise<Answer> {
    return super.post(path, fields, { origin })
  }
}

async function signedIn(email: string): Promise<Browser> {
  const browser = new NamedBrowser()
  await browser.post('/sv/sign-in', { email })
  await browser.post('/sv/sign-in/code', { email, code: (await mailTo(email)).code })
  return browser
}

/** Adds a passkey with a code to the account's address. */
async function addPasskey(browser: Browser, email: string, device: Authenticator): Promise<Answer> {
  await browser.post('/sv/me/passkeys', {})
  const vouched = await browser.post('/sv/me/passkeys/confirmation', { do: 'add', code: (await mailTo(email)).code })
  return register(browser, vouched.location!, device)
}

async function register(browser: Browser, path: string, device: Authenticator): Promise<Answer> {
  const page = await browser.get(path)
  const challenge = new URL(path, origin).searchParams.get('challenge')!
  return browser.post('/sv/me/passkeys/new', { challenge, credential: await device.create(optionsOn(page)) })
}

async function signInWith(device: Authenticator, browser: Browser = new NamedBrowser()) {
  const credential = await device.get(optionsOn(await browser.get('/sv/sign-in/passkey')))
  return { browser, credential, answer: await browser.post('/sv/sign-in/passkey', { credential }) }
}

test('a passkey is added with a code, told to every address, named by its device, and signs in', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const device = new Authenticator(origin)
  expect((await addPasskey(browser, email, device)).location).toBe('/sv/me/passkeys')
  expect((await browser.get('/sv/me/passkeys')).text).toContain('Tillagd')
  expect((await mailTo(email)).subject).toBe('En passkey har lagts till ditt konto i Navet')
  const { browser: phone, answer } = await signInWith(device)
  expect([answer.status, answer.location, isSignedIn(phone)]).toEqual([303, '/sv/me', true])
})

test('no passkey is made by an open session alone, nor with a challenge of another browser or account, or twice', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const asked = await browser.post('/sv/me/passkeys', {})
  expect(asked.location).toContain('/sv/me/passkeys/confirmation?')
  expect((await browser.get('/sv/me/passkeys/new?challenge=m.0')).location).toBe('/sv/me/passkeys')

  const vouched = await browser.post('/sv/me/passkeys/confirmation', { do: 'add', code: (await mailTo(email)).code })
  const other = await signedIn(somebody())
  expect((await other.get(vouched.location!)).location).toBe('/sv/me/passkeys')
  const device = new Authenticator(origin)
  const credential = await device.create(optionsOn(await browser.get(vouched.location!)))
  const challenge = new URL(vouched.location!, origin).searchParams.get('challenge')!
  expect((await other.post('/sv/me/passkeys/new', { challenge, credential })).status).toBe(422)
  expect((await browser.post('/sv/me/passkeys/new', { challenge, credential })).status).toBe(303)

  const second = await new Authenticator(origin).create(optionsOn(await browser.get(vouched.location!)))
  expect((await browser.post('/sv/me/passkeys/new', { challenge, credential: second })).status).toBe(422)
  const [user] = await db.select().from(users).where(eq(users.email, email))
  expect(await db.select().from(passkeys).where(eq(passkeys.userId, user!.id))).toHaveLength(1)
})

test('a device that has not recognised its owner neither makes nor shows a passkey', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const careless = new Authenticator(origin)
  careless.recognises = false
  expect((await addPasskey(browser, email, careless)).status).toBe(422)

  const device = new Authenticator(origin)
  await addPasskey(browser, email, device)
  device.recognises = false
  const { browser: phone, answer } = await signInWith(device)
  expect([answer.status, isSignedIn(phone)]).toEqual([422, false])
})

test('what a device signed holds once, in the browser that was asked, for this site, and not by a copy that is behind', async () => {
  const email = somebody()
  const device = new Authenticator(origin)
  await addPasskey(await signedIn(email), email, device)
  const first = new NamedBrowser()
  const page = await first.get('/sv/sign-in/passkey')
  const credential = await device.get(optionsOn(page))
  const thief = new NamedBrowser()
  await thief.get('/sv/sign-in/passkey')
  expect((await thief.post('/sv/sign-in/passkey', { credential })).status).toBe(422)
  const both = await Promise.all([1, 2].map(() => first.post('/sv/sign-in/passkey', { credential })))
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422])

  device.counter -= 1
  expect((await signInWith(device)).answer.status).toBe(422)
  const phisher = Object.assign(new Authenticator('http://navet.evil.example'), { id: device.id })
  Object.assign(phisher, { key: (device as unknown as { key: unknown }).key, counter: 10 })
  expect((await signInWith(phisher)).answer.status).toBe(422)
  for (const rubbish of ['', '{}', '[]', 'null', '{"id":"x"}', credential.slice(0, 50)]) {
    // oxlint-disable-next-line no-await-in-loop -- one after another
    expect((await new NamedBrowser().post('/sv/sign-in/passkey', { credential: rubbish })).status).toBe(422)
  }
})

test('a challenge is of use for five minutes', async () => {
  const email = somebody()
  const device = new Authenticator(origin)
  await addPasskey(await signedIn(email), email, device)
  const browser = new NamedBrowser()
  const { challenge } = optionsOn(await browser.get('/sv/sign-in/passkey'))
  const [made = '', mark = ''] = atob(challenge.replaceAll('-', '+').replaceAll('_', '/')).split('.')
  const earlier = (Number.parseInt(made, 36) - 301_000).toString(36)
  const forged = btoa(`${earlier}.${mark}`).replaceAll('=', '')
  const answer = await browser.post('/sv/sign-in/passkey', { credential: await device.get({ challenge: forged }) })
  expect([answer.status, answer.text.includes('öppen för länge')]).toEqual([422, true])
})

test('a passkey vouches for one deed: the account erases itself with it', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const device = new Authenticator(origin)
  await addPasskey(browser, email, device)
  const asked = await browser.post('/sv/me/erasure', { sure: 'yes' })
  const forOther = await device.get(optionsOn(await browser.get('/sv/sign-in/passkey')))
  expect((await browser.post('/sv/me/erasure/code', { credential: forOther })).status).toBe(422)
  const credential = await device.get(optionsOn(await browser.get(asked.location!)))
  expect((await browser.post('/sv/me/erasure/code', { credential })).location).toBe('/sv/me/erasure/done')
  expect((await signInWith(device)).answer.status).toBe(422)
})

test('a passkey is removed with a code, unless it is the only way in', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const device = new Authenticator(origin)
  await addPasskey(browser, email, device)
  const [user] = await db.select().from(users).where(eq(users.email, email))
  const [row] = await db.select().from(passkeys).where(eq(passkeys.userId, user!.id))
  await browser.post('/sv/me/passkeys', { remove: row!.id })
  const code = (await mailTo(email)).code
  const removed = await browser.post('/sv/me/passkeys/confirmation', { do: 'remove', id: row!.id, code })
  expect(removed.location).toBe('/sv/me/passkeys')
  expect((await mailsTo(email))[0]!.subject).toBe('En passkey har tagits bort från ditt konto i Navet')
  expect((await signInWith(device)).answer.status).toBe(422)
})

test('who joined on paper may add a passkey at once, and keeps it as long as it is the only way in', async () => {
  const team = await startTeam()
  const browser = new NamedBrowser()
  const joined = await joinByPaper(browser, await paperFor(team, 'Pelle Lager'))
  const card = await browser.get(joined.location!)
  const led = await browser.post('/sv/me/passkeys', {})
  expect(led.location).toContain('/sv/me/passkeys/new?challenge=')
  const device = new Authenticator(origin)
  await register(browser, led.location!, device)
  const [row] = await db.select().from(passkeys).where(eq(passkeys.credentialID, device.id))

  const refused = await browser.post('/sv/me/passkeys', { remove: row!.id })
  expect([refused.status, refused.text.includes('din enda väg in')]).toEqual([409, true])
  const place = { do: 'remove', id: row!.id }
  const confirmation = await browser.get(`/sv/me/passkeys/confirmation?${new URLSearchParams(place)}`)
  const credential = await device.get(optionsOn(confirmation))
  expect((await browser.post('/sv/me/passkeys/confirmation', { ...place, credential })).status).toBe(409)

  await browser.post('/sv/me/recovery/card', { made: /name="made" value="(\d+)"/.exec(card.text)![1]! })
  const again = await device.get(
    optionsOn(await browser.get(`/sv/me/passkeys/confirmation?${new URLSearchParams(place)}`)),
  )
  expect((await browser.post('/sv/me/passkeys/confirmation', { ...place, credential: again })).status).toBe(303)
  expect(await db.select().from(passkeys).where(eq(passkeys.credentialID, device.id))).toEqual([])
})
