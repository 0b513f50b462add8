import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'

import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { openBrowser, Person } from '../support/person.ts'

/**
 * For a file of journeys: `npm run dev` and a browser for people with phones. `courses`: what it shows, when it is about to
 * start; else the real ones and the course of every type of question.
 */
export function onDevServer(courses?: () => Promise<Record<string, string>>) {
  let browser: Browser
  let server: DevServer
  beforeAll(async () => {
    server = await startDevServer(await courses?.())
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })
  return {
    server: () => server,
    arrives: (name: string, script: boolean, locale: 'sv' | 'en' = 'sv'): Promise<Person> =>
      Person.arrives(name, browser, { locale, width: 360, script, base: server.base }),
    async signsIn(person: Person, email: string): Promise<void> {
      await person.page.goto(`${server.base}/${person.in.locale}/sign-in`)
      await person.types('email', email)
      await person.presses('main form button')
      await person.page.waitForURL(/sign-in\/code/)
      await person.types('code', await server.code())
      await person.presses('main form button')
      await expect.poll(() => person.path()).not.toContain('/sign-in')
    },
  }
}
