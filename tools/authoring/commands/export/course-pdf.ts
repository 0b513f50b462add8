import { chromium } from 'playwright-core'

import { findBrowser } from '../../../test/find-browser.ts'

/** A page as a tagged PDF on A4, printed by the browser of the tests, which reaches nothing and runs no script. */
export async function coursePdf(html: string): Promise<Uint8Array> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
    const page = await context.newPage()
    await page.setContent(html, { waitUntil: 'load' })
    return await page.pdf({ format: 'A4', tagged: true, outline: true, preferCSSPageSize: true })
  } finally {
    await browser.close()
  }
}
