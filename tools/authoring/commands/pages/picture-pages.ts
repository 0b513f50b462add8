import { join } from 'node:path'

import { chromium } from 'playwright-core'

import { findBrowser } from '../../../test/find-browser.ts'
import type { SavedPage } from './save-pages.ts'

/** A phone of the usual width. */
const phone = { width: 390, height: 844 }

/** Takes a picture of each whole page as a phone shows it, in the browser of the tests. */
export async function picturePages(site: string, pages: readonly SavedPage[], folder: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ viewport: phone, reducedMotion: 'reduce' })
    for (const { address, name } of pages) {
      await page.goto(`${site}${address}`, { waitUntil: 'load' })
      await page.evaluate('document.fonts.ready')
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
    }
  } finally {
    await browser.close()
  }
}
