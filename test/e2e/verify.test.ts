import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { openBrowser, Person } from '../support/person.ts'
import { earnsBadge, signsInByCode } from './steps.ts'

test('anybody checks a badge in the browser: on its page, from a file, without a network, and a changed one', async () => {
  const browser = await openBrowser()
  const email = 'verified@plat.example'
  const amira = await Person.arrives('holder', browser, { locale: 'sv', width: 1280, script: true })
  await signsInByCode(amira, email)
  const badge = await earnsBadge(amira, email)
  await opensSigned(amira, badge)
  const control = await amira.page.locator('a[href*="/me/badges/"]').first().getAttribute('href')

  await amira.page.locator('badge-check button').click()
  await expect.poll(() => said(amira, 'badge-check')).toMatch(/Oförändrad: Ja[\s\S]*Utfärdare: Ja[\s\S]*Gäller än: Ja/)
  await amira.looks('-checked')
  await compares(amira, email, 'Märket har ingen adress')

  await amira.page.goto(amira.origin + control!)
  await amira.page.locator('select[name="email"]').selectOption(email)
  await amira.sends('form.form button')
  await opensSigned(amira, badge)
  await compares(amira, ` ${email.toUpperCase()}`, 'Ja. Märket hör till den adressen.')
  await compares(amira, 'somebody@else.example', 'Nej.')

  const file = await saved(amira, badge, 'png')
  const stranger = await Person.arrives('checker', browser, { locale: 'en', width: 360, script: true })
  await stranger.opens('/verify')
  await stranger.page.waitForLoadState('networkidle')
  await stranger.context.setOffline(true)
  await stranger.page.locator('input[type=file]').setInputFiles(file)
  await expect
    .poll(() => said(stranger, 'badge-verifier'))
    .toMatch(/Unchanged: Yes[\s\S]*Issuer: Yes[\s\S]*Still valid: Yes/)
  const changed = readFileSync(await saved(amira, badge, 'json'), 'utf8').replace('AI-granskare', 'AI-granskaren')
  const forged = join(await mkdtemp(join(tmpdir(), 'badge-')), 'forged.json')
  writeFileSync(forged, changed)
  await stranger.page.locator('input[type=file]').setInputFiles(forged)
  await expect.poll(() => said(stranger, 'badge-verifier')).toContain('Do not trust this file.')
  await stranger.context.setOffline(false)
  await stranger.looks('-forged')
  await browser.close()
})

test('a check that takes too long is ended: the page says so, lives on and checks the next file', async () => {
  const browser = await openBrowser()
  const visitor = await Person.arrives('slow', browser, { locale: 'en', width: 360, script: true })
  await visitor.context.route(/\/assets\/worker-[\w-]+\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'for (;;);' }),
  )
  await visitor.opens('/verify')
  const input = visitor.page.locator('input[type=file]')
  const file = { name: 'badge.json', mimeType: 'application/json', buffer: Buffer.from('{"type":"Other"}') }
  await input.setInputFiles(file)
  await expect.poll(() => said(visitor, 'badge-verifier')).toBe('Checking …')
  await expect.poll(() => said(visitor, 'badge-verifier')).toContain('it took more than ten seconds')
  await visitor.looks('-gave-up')

  await visitor.context.unrouteAll()
  await input.setInputFiles({ ...file, name: 'again.json' })
  await expect.poll(() => said(visitor, 'badge-verifier')).toContain('The file is no badge by Open Badges 3.0.')
  await browser.close()
})

test('without scripts the page says what it needs, in both languages', async () => {
  const browser = await openBrowser()
  const visitor = await Person.arrives('verify', browser, { locale: 'sv', width: 768, script: false })
  await visitor.opens('/verify')
  expect(await visitor.text()).toContain('behöver JavaScript')
  expect(await visitor.page.locator('input[type=file]').isVisible()).toBe(false)
  await browser.close()
})

function said(person: Person, where: string): Promise<string> {
  return person.page.locator(`${where} output`).innerText()
}

/** A badge is signed after the answer to whoever caused it: until then its page says so. */
async function opensSigned(person: Person, badge: string): Promise<void> {
  const isSigned = async () => {
    await person.page.goto(`${person.origin}/${person.in.locale}${badge}`)
    return person.page.locator('badge-check').count()
  }
  await expect.poll(isSigned).toBe(1)
  await person.opens(badge)
}

async function compares(person: Person, address: string, answer: string): Promise<void> {
  await person.page.locator('badge-yours input').fill(address)
  await person.page.locator('badge-yours button').click()
  await expect.poll(() => said(person, 'badge-yours')).toContain(answer)
}

/** The badge's file as the holder downloads it. */
async function saved(person: Person, badge: string, kind: string): Promise<string> {
  const answer = await person.context.request.get(`${person.origin}${badge}.${kind}`)
  const path = join(await mkdtemp(join(tmpdir(), 'badge-')), `badge.${kind}`)
  writeFileSync(path, await answer.body())
  return path
}
