import { chromium } from 'playwright-core'

import { findBrowser } from '../test/find-browser.ts'

const lesson = '/sv/courses/granska-svaret/three-questions'

/** A lesson visited for the second time in a browser: what does not come out of its cache. */
export async function measureWarmLesson(url: string): Promise<{ ms: number; more: Record<string, number> }> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(url + lesson, { waitUntil: 'networkidle' })
    const session = await page.context().newCDPSession(page)
    const cached = new Set<string>()
    let requests = 0
    let bytes = 0
    session.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId))
    session.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.fromDiskCache) cached.add(requestId)
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (cached.has(requestId)) return
      requests += 1
      bytes += encodedDataLength
    })
    await session.send('Network.enable')
    const began = performance.now()
    await page.goto(url + lesson, { waitUntil: 'networkidle' })
    return { ms: performance.now() - began, more: { requests, bytes } }
  } finally {
    await browser.close()
  }
}
