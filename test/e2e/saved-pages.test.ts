import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { expect, inject, test } from 'vitest'

import { picturePages } from '../../tools/authoring/commands/pages/picture-pages.ts'
import { savePages } from '../../tools/authoring/commands/pages/save-pages.ts'
import { openBrowser } from '../support/person.ts'

test('a saved lesson opens from the disk as the product shows it, in both languages, and has a picture', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'navet-pages-'))
  const saved = await savePages(inject('baseUrl'), [{ course: 'granska-svaret', lesson: 'three-questions' }], folder)
  await picturePages(inject('baseUrl'), saved, folder)
  const browser = await openBrowser()
  const page = await browser.newPage()
  const failed: string[] = []
  page.on('requestfailed', (request) => failed.push(request.url()))
  page.on('console', (message) => failed.push(message.text()))
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  await page.getByText('/sv/courses/granska-svaret/three-questions').click()
  await page.evaluate('document.fonts.ready')

  expect(await page.locator('h1').innerText()).toBe('Tre frågor innan svaret lämnar huset')
  expect(await page.evaluate('[...document.fonts].filter((font) => font.status === "loaded").length')).toBeGreaterThan(
    0,
  )
  expect(await page.locator('.site-header').evaluate('(header) => getComputedStyle(header).display')).not.toBe('inline')
  await page.getByText('English').click()
  expect(await page.locator('h1').innerText()).toBe('Three questions before the answer leaves the building')
  expect(failed).toEqual([])
  const png = await readFile(join(folder, 'granska-svaret-three-questions.sv.png'))
  expect({ sign: png.subarray(1, 4).toString(), width: png.readUInt32BE(16) }).toEqual({ sign: 'PNG', width: 390 })
  await browser.close()
  await rm(folder, { recursive: true })
})
