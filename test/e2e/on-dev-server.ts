import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { openBrowser, Person } from '../support/person.ts'

/** For a file of journeys: `npm run dev` with the course of every type of question, and a browser for people with phones. */
export function onDevServer() {
  let browser: Browser
  let server: DevServer
  beforeAll(async () => {
    server = await startDevServer()
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
  }
}
