import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { sessions, users } from '../../worker/db/schema/accounts.ts'
import { readSettings } from '../../worker/env.ts'
import { offTokenOf } from '../../worker/mail/off-token.ts'
import { course, formOf, lessonPath, picks } from '../support/lessons.ts'
import { askForCode, mailTo } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { addAddress, removeAddress } from '../support/step-up.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const hour = 3_600_000
const day = 24 * hour

/** A worker whose SECRET took the place of the one that `before` has, some time ago. */
function changed(ago: number, before = bindings()) {
  const [replaced, known] = [new Date(Date.now() - ago).toISOString(), readSettings(before)]
  const former = [{ secret: known.SECRET, replaced }, ...known.SECRETS_BEFORE]
  return bindings({
    SECRET: `another secret for tests, ${crypto.randomUUID()}`,
    SECRETS_BEFORE: JSON.stringify(former),
  })
}

/** The same browser, before a worker with other settings. */
function moved({ jar }: Browser, env: ReturnType<typeof bindings>): Browser {
  const browser = new Browser(env)
  for (const [name, value] of jar) browser.jar.set(name, value)
  return browser
}

const isIn = async (browser: Browser) => (await browser.get('/sv/me/name')).status === 200

describe('when SECRET is changed', () => {
  test('nobody is signed out: the cookie is signed anew, once', async () => {
    const first = await signedIn()
    const env = changed(1000)
    const browser = moved(first, env)
    expect(await isIn(browser)).toBe(true)
    const cookie = browser.jar.get('navet.session_token')!
    expect(cookie).not.toBe(first.jar.get('navet.session_token'))
    expect(cookie.split('.')[0]).toBe(first.jar.get('navet.session_token')!.split('.')[0])

    const again = await browser.get('/sv/me/name')
    expect([again.status, again.trips, again.headers.getSetCookie()]).toEqual([200, 0, []])
    const without = moved(browser, { ...env, SECRETS_BEFORE: '[]' })
    without.jar.delete('navet.session_data')
    expect(await isIn(without), 'what was signed anew needs the former one no more').toBe(true)
  })

  test('and once more, whoever has not been here since stays signed in', async () => {
    const browser = moved(await signedIn(), changed(1000, changed(80 * day)))
    expect(await isIn(browser)).toBe(true)
  })

  test('a session goes on for as long as it would have, and no longer', async () => {
    const email = somebody()
    const first = await signedIn(email)
    const [learner] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
    await db
      .update(sessions)
      .set({ createdAt: new Date(Date.now() - 85 * day) })
      .where(eq(sessions.userId, learner!.id))
    const page = await moved(first, changed(1000)).get('/sv/me/name')
    const maxAge = /session_token=[^;]+; Max-Age=(\d+)/.exec(page.headers.getSetCookie().join('\n'))?.[1]
    expect(Number(maxAge)).toBeLessThanOrEqual((5 * day) / 1000)
    expect(Number(maxAge)).toBeGreaterThan((4.9 * day) / 1000)

    await db.delete(sessions).where(eq(sessions.userId, learner!.id))
    const ended = moved(first, changed(1000))
    expect(await isIn(ended), 'one that was ended stays so').toBe(false)
    expect((await ended.get('/sv')).status).toBe(200)
  })

  test.each([
    ['it was changed ninety days ago', changed(90 * day)],
    ['it is not among the former ones', bindings({ SECRET: 'another secret for tests, long enough' })],
  ])('a cookie is of no use when %s', async (_, env) => {
    const browser = moved(await signedIn(), env)
    const page = await browser.get('/sv/me/name')
    expect([page.status, page.location]).toEqual([303, expect.stringContaining('/sv/sign-in')])
  })

  test('the cache that says who somebody is for five minutes is not taken from a former one', async () => {
    const first = await signedIn()
    const browser = moved(first, changed(1000))
    const page = await browser.get('/sv/me/name')
    expect([page.status, page.trips], 'asked, and written down as seen').toEqual([200, 2])
  })
})

describe('within a day of the change', () => {
  test('a code signs in that was asked for before', async () => {
    const [email, asking] = [somebody(), new Browser()]
    const code = await askForCode(asking, email)
    const late = moved(asking, changed(day))
    expect((await late.post('/sv/sign-in/code', { email, code })).status).toBe(422)
    const browser = moved(asking, changed(day - hour))
    expect((await browser.get(`/sv/sign-in/code?email=${encodeURIComponent(email)}`)).status).toBe(200)
    expect((await browser.post('/sv/sign-in/code', { email, code })).status).toBe(303)
    expect(await isIn(browser)).toBe(true)
  })

  test('five wrong guesses are five, whichever SECRET they are looked up with', async () => {
    const [email, asking] = [somebody(), new Browser()]
    const code = await askForCode(asking, email)
    const browser = moved(asking, changed(1000))
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (let guess = 0; guess < 5; guess += 1) await browser.post('/sv/sign-in/code', { email, code: wrong })
    expect((await browser.post('/sv/sign-in/code', { email, code })).status).toBe(429)
  })

  test('a mailed link opens that was mailed before', async () => {
    const email = somebody()
    await askForCode(new Browser(), email)
    const { link } = await mailTo(email)
    expect((await new Browser(changed(day)).post(link, {})).status).toBe(410)
    const browser = new Browser(changed(1000))
    expect((await browser.get(link)).text).toContain(email)
    expect((await browser.post(link, {})).status).toBe(303)
    expect(await isIn(browser)).toBe(true)
  })

  test('it signs in where somebody else is signed in, as it would have before', async () => {
    const [amira, anders] = [somebody(), somebody('anders')]
    await askForCode(new Browser(), anders)
    const { link } = await mailTo(anders)
    const browser = moved(await signedIn(amira), changed(1000))
    expect((await browser.get(link)).text).toContain(`Här är ${amira} inloggad`)
    expect((await browser.post(link, {})).status).toBe(303)
    expect((await browser.get('/sv/me/addresses')).text).toContain(anders)
  })

  test('what was sent too late by a browser that knew somebody from before is theirs', async () => {
    const email = somebody()
    const first = await signedIn(email)
    await first.get('/sv/me/name')
    const ended = moved(first, changed(1000))
    for (const name of ['session_token', 'session_data']) ended.jar.delete(`navet.${name}`)
    const kept = await ended.post('/sv/me/name', { name: 'Amira Öst' })
    expect(kept.location).toBe('/sv/sign-in?next=%2Fsv%2Fkept')

    const code = await askForCode(ended, email)
    expect((await ended.post('/sv/sign-in/code', { email, code })).status).toBe(303)
    expect((await ended.get('/sv/kept')).text).toContain('Amira Öst')
  })
})

describe('for as long as a session can last', () => {
  test('a letter’s link says no to letters', async () => {
    const email = somebody()
    await signedIn(email)
    const [learner] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
    const token = await offTokenOf(readSettings(bindings()).SECRET, learner!.id, 'weekly')
    expect((await new Browser(changed(89 * day)).get(`/sv/mails/off/${token}`)).status).toBe(200)
    expect((await new Browser(changed(90 * day)).get(`/sv/mails/off/${token}`)).status).toBe(404)
  })

  test('a removed address is put back with the link of before', async () => {
    const [email, second] = [somebody(), somebody()]
    const browser = await signedIn(email)
    await addAddress(browser, second)
    await removeAddress(browser, second, email)
    const { link } = await mailTo(second)
    expect((await new Browser(changed(2 * day)).get(link)).text).toContain(second)
    expect((await new Browser(changed(2 * day)).post(link, {})).status).toBeLessThan(400)
    expect((await new Browser().get(link)).status, 'once').not.toBe(200)
  })

  test('an answer counts whose form was drawn before, and a test’s draft', async () => {
    const first = await signedIn()
    const form = formOf(await first.get(lessonPath), 'nuts-promise')
    const env = changed(30 * day)
    const browser = moved(first, env)
    const o = picks(form, 'Löftet')
    const now = formOf(await browser.get(lessonPath), 'nuts-promise')
    expect(picks(now, 'Löftet')).not.toEqual(o)
    expect((await browser.post(form.action, { id: form.id, version: form.version, o })).status).toBe(303)

    const path = (await first.post(`/sv/courses/${course}/badge/attempts`, {})).location!
    const field = /name="(q\.[^"]+)" value="([^"]+)"[^>]*\/><span>([\s\S]*?)<\/span>/.exec(
      (await first.get(path)).text,
    )!
    const [, name, token, words] = field
    expect((await browser.post(path, { [name!]: token!, intent: 'stay' })).status).toBe(303)
    const { text } = await browser.get(path)
    const checked = [...text.matchAll(/name="(q\.[^"]+)" value="[^"]+"([^>]*)\/><span>([\s\S]*?)<\/span>/g)]
      .filter(([, , rest]) => rest!.includes('checked'))
      .map(([, at, , said]) => [at, said])
    expect(checked).toEqual([[name, words]])

    const stranger = moved(browser, { ...env, SECRETS_BEFORE: '[]' })
    expect((await stranger.post(path, { [name!]: token!, intent: 'stay' })).status).toBe(422)
  })
})
