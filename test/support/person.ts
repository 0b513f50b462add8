import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'

import { findBrowser } from '../../tools/test/find-browser.ts'
import type { Locale } from '../../formats/catalogue/catalogue.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** A function of test/support/browser, as the page can run it. */
function inPage(file: string): string {
  const source = readFileSync(join(import.meta.dirname, 'browser', file), 'utf8')
  return `(${stripTypeScriptTypes(source.replace('export function', 'function')).replace(/^\/\*[\s\S]*?\*\//, '')})`
}
const contrast = inPage('low-contrast.ts')
const words = inPage('broken-words.ts')
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A copy of a page (see auditCopy) has no address of its own, and may otherwise not load styles from loopback.
  '--disable-features=LocalNetworkAccessChecks',
]
const output = 'test-output/journeys'

export interface Surroundings {
  locale: Locale
  width: number
  script: boolean
  /** The host name in the address bar; mapped to 127.0.0.1 by the browser's own rules. */
  host?: string
  /** Another server than the product of all journeys. */
  base?: string
}

export async function openBrowser(host?: string): Promise<Browser> {
  const rules = host ? [`--host-resolver-rules=MAP ${host} 127.0.0.1`] : []
  return chromium.launch({ executablePath: await findBrowser(), args: [...quiet, ...rules] })
}

/** Somebody with a browser of their own: goes places, looks at every page with axe, keeps a picture of it. */
export class Person {
  readonly page: Page
  readonly context: BrowserContext
  readonly in: Surroundings
  readonly name: string
  private pictures = 0

  private constructor(name: string, page: Page, surroundings: Surroundings) {
    this.name = name
    this.page = page
    this.context = page.context()
    this.in = surroundings
  }

  static async arrives(name: string, browser: Browser, surroundings: Surroundings): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width: surroundings.width, height: 800 },
      javaScriptEnabled: surroundings.script,
      locale: surroundings.locale === 'sv' ? 'sv-SE' : 'en-GB',
      reducedMotion: 'reduce',
    })
    return new Person(name, await context.newPage(), surroundings)
  }

  get origin(): string {
    const base = new URL(this.in.base ?? inject('baseUrl'))
    return this.in.host ? `http://${this.in.host}:${base.port}` : base.origin
  }

  /** Opens a page of the site in this person's language and looks at it. */
  async opens(path: string): Promise<void> {
    await this.page.goto(`${this.origin}/${this.in.locale}${path}`)
    await this.looks(path.replaceAll('/', '-') || '-catalogue')
  }

  async presses(selector: string): Promise<void> {
    await this.page.locator(selector).first().click()
    await this.page.waitForLoadState()
  }

  /** Presses what sends a form, and waits for the page that follows: going elsewhere meanwhile would break it off. */
  async sends(selector: string): Promise<void> {
    const follows = this.page.waitForEvent('load')
    await this.presses(selector)
    await follows
  }

  async types(name: string, text: string): Promise<void> {
    await this.page.locator(`[name="${name}"]`).fill(text)
  }

  path(): string {
    const { pathname, hash } = new URL(this.page.url())
    return pathname.slice(3) + hash
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText()
  }

  /** No violation of WCAG that a machine can find, nothing wider than the screen; and a picture for people to look at. */
  async looks(what: string): Promise<void> {
    const { locale, width, script } = this.in
    mkdirSync(output, { recursive: true })
    this.pictures += 1
    const number = String(this.pictures).padStart(2, '0')
    const file = `${output}/${locale}-${width}${script ? '' : '-no-script'}-${this.name}-${number}${what.slice(0, 60)}.png`
    await this.page.screenshot({ path: file, fullPage: true })
    await (script ? audit(this.page, what) : this.auditCopy(what))
  }

  /** axe needs scripts: it looks at the same HTML, without the page's own scripts, in a browser that has them. */
  private async auditCopy(what: string): Promise<void> {
    const html = (await this.page.content()).replaceAll(/<script[^>]*><\/script>/g, '')
    const context = await this.context.browser()!.newContext({ viewport: { width: this.in.width, height: 800 } })
    const copy = await context.newPage()
    const address = this.page.url().split('#')[0]!
    await copy.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
    await copy.goto(address)
    expect(await copy.evaluate('document.styleSheets[0].cssRules.length'), 'the copy has its styles').toBeGreaterThan(0)
    await audit(copy, what)
    await context.close()
  }

  async leaves(): Promise<void> {
    await this.context.close()
  }
}

/** No violation of WCAG that a machine can find, and nothing wider than the screen. */
export async function audit(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect(wide, `${what} is wider than the screen`).toBeLessThanOrEqual(0)
  await page.evaluate(axe)
  const found = await page.evaluate(
    'axe.run().then((r) => r.violations.map((v) => v.id + " " + v.nodes[0].target.join(" ")))',
  )
  expect(found, `axe on ${what}`).toEqual([])
  expect(await lowContrastOn(page), `contrast on ${what}`).toEqual([])
}

/** Text that cannot be read for its colour, computed by ourselves: axe leaves some of it undecided. */
export async function lowContrastOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const undecided = await page.evaluate(
    `axe.run({ runOnly: 'color-contrast' }).then((r) => r.incomplete.flatMap((i) => i.nodes.map((n) => n.target.at(-1))))`,
  )
  return page.evaluate<string[]>(`${contrast}(${JSON.stringify(undecided)})`)
}

/** Words that a narrow column breaks in the middle. */
export function brokenWordsOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`${words}()`)
}

/** The newest mail to somebody, from the demo's outbox. */
export async function mailTo(email: string): Promise<{ code: string; link: string }> {
  const response = await fetch(`${inject('baseUrl')}/dev/outbox`, { headers: { accept: 'application/json' } })
  const mails = (await response.json()) as { to: string; text: string }[]
  const { text } = mails.find((mail) => mail.to === email)!
  return { code: /\b\d{6}\b/.exec(text)?.[0] ?? '', link: /http\S+/.exec(text)?.[0] ?? '' }
}
