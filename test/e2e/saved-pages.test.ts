import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { expect, test } from 'vitest'

import { comparePages } from '../../tools/authoring/commands/pages/compare-pages.ts'
import { comparisonOf } from '../../tools/authoring/commands/pages/comparison.ts'
import { openBrowser } from '../support/person.ts'
import { CoursesFolder, realFolder, sv } from '../unit/authoring/courses.ts'

const filesOf = (folder: CoursesFolder) => [...folder.files].map(([path, bytes]) => ({ path, bytes }))

test('what a pull request changes opens from one file, before and after side by side, also where it does not compile', async () => {
  const before = new CoursesFolder(realFolder)
  const after = new CoursesFolder(realFolder)
    .edit(sv, 'title: Tre frågor', 'title: Fyra frågor')
    .edit(sv, 'Tonen kan alltså', 'Tonen <b onclick="alert(1)">kan</b> alltså')
    .edit('granska-svaret/sv/artefact.md', '\n---\n', '\n---\n\nEn rad till.\n')
  const pages = await comparePages(filesOf(before), filesOf(after))
  expect(pages.map(({ address, state }) => [address, state])).toEqual([
    ['/sv/courses/granska-svaret', 'changed'],
    ['/sv/courses/granska-svaret/three-questions', 'changed'],
    ['/sv/courses/granska-svaret/artefact', 'changed'],
  ])

  const folder = await mkdtemp(join(tmpdir(), 'navet-pages-'))
  const file = join(folder, 'index.html')
  await writeFile(file, comparisonOf(pages, 'abcdef0123456789'))
  expect((await stat(file)).size).toBeLessThan(3_000_000)
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => asked.push(message.text()))
  await page.goto(pathToFileURL(file).href)
  await page.getByRole('link', { name: '/sv/courses/granska-svaret/three-questions' }).click()
  const lesson = page.locator('#page-2')
  const side = (name: string) => lesson.frameLocator(`iframe[title^="${name}"]`)
  await side('Before').locator('h1', { hasText: 'Tre frågor innan svaret lämnar huset' }).waitFor()
  await side('After').locator('h1', { hasText: 'Fyra frågor innan svaret lämnar huset' }).waitFor()
  expect(await side('After').locator('.site-header').evaluate('(header) => getComputedStyle(header).display')).not.toBe(
    'inline',
  )
  expect(await side('After').locator('[onclick], script').count()).toBe(0)
  expect(await lesson.locator('.problems').innerText()).toMatch(/02-tre-fragor\.md:\d+ error S30 HTML is not allowed/)
  expect(await lesson.locator('details').innerText()).toContain('with their keys')
  await page.screenshot({ path: 'test-output/journeys/changed-pages.png' })
  expect(asked.filter((address) => !/^(file|data|about):/.test(address))).toEqual([])
  await browser.close()
  await rm(folder, { recursive: true })
})
