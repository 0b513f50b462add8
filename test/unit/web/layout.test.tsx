import { expect, test, vi } from 'vitest'

import { Layout } from '../../../web/components/layout.tsx'
import type { LateFrame } from '../../../web/frame.ts'
import { amira, frame, html } from './frame.ts'

vi.mock('virtual:page-assets', () => ({
  pageAssets: { stylesheet: '/a.css', script: '/a.js', textFont: '/t.woff2', headFont: '/h.woff2' },
}))

function show(more: Partial<LateFrame> = {}, noindex = false): string {
  return html(
    <Layout frame={frame(more)} title="Kurser" description="Korta kurser." noindex={noindex}>
      <main id="content"></main>
    </Layout>,
  )
}

test('a name that looks like a script is shown as text', () => {
  const page = show({ learner: { ...amira, name: '<script>alert(1)</script>' } })
  expect(page).not.toContain('<script>alert')
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})

test('an address that breaks out of an attribute stays inside it', () => {
  const page = show({ path: '/sv/x?a="><script>alert(1)</script>' })
  expect(page).not.toContain('"><script>')
})

test('nothing is inline: the policy would refuse it', () => {
  const page = show({ learner: amira, demo: true })
  expect(page).not.toMatch(/\sstyle=/)
  expect(page).not.toMatch(/\son[a-z]+=/)
  expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/a.js">'])
})

test('a page’s own stylesheet comes after that of every page, which says in what order the layers stand', () => {
  const page = html(<Layout frame={frame()} title="Märke" styles="/b.css" />)
  expect(page.match(/<link rel="stylesheet"[^>]*>/g)).toEqual([
    '<link rel="stylesheet" href="/a.css"/>',
    '<link rel="stylesheet" href="/b.css"/>',
  ])
  expect(show().match(/<link rel="stylesheet"[^>]*>/g)).toEqual(['<link rel="stylesheet" href="/a.css"/>'])
})

test('the page says its language, and leads to the same page in the other one', () => {
  const page = show({ path: '/sv/courses/granska-svaret?again=q' })
  expect(page).toContain('<html lang="sv">')
  expect(page).toContain('href="/en/courses/granska-svaret?again=q" lang="en" hreflang="en"')
  expect(show({ locale: 'en', path: '/en' })).toContain('href="/sv" lang="sv" hreflang="sv"')
})

test('the page names its own address and both languages, from the settings, without what was asked', () => {
  const page = show({ origin: 'https://navet.example', path: '/sv/courses/granska-svaret?again=q' })
  expect(page).toContain('<link rel="canonical" href="https://navet.example/sv/courses/granska-svaret"')
  for (const locale of ['sv', 'en'])
    expect(page).toContain(`hreflang="${locale}" href="https://navet.example/${locale}/courses/granska-svaret"`)
  expect(show({ origin: 'https://navet.example' }, true)).not.toContain('canonical')
  expect(page).toContain('rel="apple-touch-icon"')
})

test('signing in leads back to where one was, and from the catalogue to nowhere special', () => {
  expect(show({ path: '/sv/courses/x' })).toContain('/sv/sign-in?next=%2Fsv%2Fcourses%2Fx')
  expect(show({ path: '/sv' })).toContain('href="/sv/sign-in"')
  expect(show({ path: '/sv/sign-in/code' })).toContain('href="/sv/sign-in"')
})

test('somebody who is signed in sees their name, or without one a way to their account', () => {
  expect(show({ learner: amira })).toContain('Amira')
  expect(show({ learner: { ...amira, name: '' } })).toContain('Mitt konto')
  expect(show({ learner: amira })).not.toContain('/sv/sign-in')
})

test('the chosen colours are on the page before any script, and the form works without one', () => {
  expect(show({ theme: 'dark' })).toContain('<html lang="sv" data-theme="dark">')
  expect(show()).not.toContain('data-theme=')
  expect(show({ theme: 'light', path: '/sv/about' })).toMatch(
    /<form class="theme" method="post" action="\/theme"><input type="hidden" name="next" value="\/sv\/about"/,
  )
})

test('only a demo says that it is one, and only a page that asks for it stays out of search engines', () => {
  expect(show({ demo: true })).toContain('påhittade')
  expect(show()).not.toContain('påhittade')
  expect(show({}, true)).toContain('<meta name="robots" content="noindex"')
  expect(show()).not.toContain('noindex')
})
