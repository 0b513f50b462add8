import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

import { makeKey } from '../../tools/keys/make-key.ts'
import { freePort } from '../../tools/start/free-port.ts'
import { serve } from '../../tools/start/serve.ts'
import { mailTo, openBrowser, Person } from '../support/person.ts'
import { signsInByCode } from './steps.ts'

/** Browsers have passkeys for a name, and 127.0.0.1 is none: the same product and database, under localhost. */
let base: string
let browser: Browser
let stop: () => Promise<void>

beforeAll(async () => {
  browser = await openBrowser()
  const folder = await mkdtemp(join(tmpdir(), 'navet-ways-'))
  const port = await freePort()
  base = `http://localhost:${port}`
  const served = await serve({
    root: join(import.meta.dirname, '../..'),
    host: '127.0.0.1',
    port,
    settings: {
      LIBSQL_URL: inject('libsqlUrl'),
      LIBSQL_AUTH_TOKEN: inject('libsqlToken'),
      BASE_URL: base,
      SECRET: 'a secret for journeys, long enough for anybody',
      SIGNING_KEYS: JSON.stringify({ keys: [makeKey(new Date())] }),
      DEMO: '1',
    },
    databaseAddress: new URL(inject('libsqlUrl')).host,
    quiet: true,
  })
  stop = async () => {
    await served.stop()
    await rm(folder, { recursive: true })
  }
})

afterAll(async () => {
  await browser.close()
  await stop()
})

/** A phone with a lock that recognises its owner. */
async function withLock({ context, page }: Person): Promise<void> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
}

test('a passkey is added on a phone, signs in without anything typed, and is removed', async () => {
  const email = 'passkey-amira@plat.example'
  const amira = await Person.arrives('passkey-amira', browser, { locale: 'sv', width: 360, script: true, base })
  await withLock(amira)
  await signsInByCode(amira, email)
  await amira.opens('/me/passkeys')
  await amira.presses('.door form button')
  await amira.page.locator('[name="code"]').fill((await mailTo(email)).code)
  await amira.presses('form:has([name="code"]) button')
  await amira.looks('-passkey-new')
  await amira.presses('pass-key button')
  await expect.poll(() => amira.page.locator('main').innerText()).toContain('Tillagd')
  await amira.looks('-passkeys-one')

  await amira.opens('/me')
  await amira.presses('form[action$="sign-out"] button')
  await amira.opens('/sign-in/passkey')
  await amira.presses('pass-key button')
  await expect.poll(() => new URL(amira.page.url()).pathname).toBe('/sv/me')

  await amira.opens('/me/passkeys')
  await amira.presses('[name="remove"]')
  await amira.looks('-passkey-remove')
  await amira.presses('pass-key button')
  await expect.poll(() => amira.page.locator('main').innerText()).toContain('Du har ingen passkey.')
  await amira.leaves()
})

test('somebody without a mailbox joins by a paper on a phone without scripts, keeps the card, and comes back by it', async () => {
  const owner = await Person.arrives('paper-anders', browser, { locale: 'sv', width: 1280, script: true, base })
  await signsInByCode(owner, 'anders@siljansplat.example')
  await owner.opens('/companies')
  const company = /companies\/([0-9a-f]+)/.exec(owner.page.url() + (await owner.page.content()))![1]!
  await owner.opens(`/companies/${company}/papers`)
  await owner.page.locator('[name="names"]').fill('Pelle Lager\nOlle Svets\nKarin Truck')
  await owner.presses('form:has([name="names"]) button')
  await owner.looks('-paper-sheet')
  const pdf = (await owner.page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g), 'three slips are one sheet').toHaveLength(1)
  const code = (await owner.page.locator('.way-card__code').first().innerText()).replaceAll('-', '')

  const pelle = await Person.arrives('paper-pelle', browser, { locale: 'sv', width: 360, script: false, base })
  await pelle.opens(`/join/${code}`)
  await pelle.page.locator('[name="accept"]').check()
  await pelle.presses('form:has([name="accept"]) button')
  await pelle.looks('-recovery-card')
  const card = await pelle.page.locator('.way-card__code strong').innerText()
  await pelle.presses('main form button')
  expect(pelle.page.url()).toContain('/seen?joined=1')
  await pelle.opens('/me')
  await pelle.opens('/me/recovery')
  await pelle.page.context().clearCookies()
  await pelle.opens('/sign-in/recovery')
  await pelle.page.locator('[name="card"]').fill(card.toLowerCase())
  await pelle.presses('form:has([name="card"]) button')
  await pelle.looks('-next-card')
  expect(await pelle.page.locator('.way-card__code strong').innerText()).not.toBe(card)
  await pelle.leaves()
  await owner.leaves()
})
