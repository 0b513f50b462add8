import { getDocumentProxy, extractText } from 'unpdf'
import { afterAll, expect, inject, test } from 'vitest'

import { locales } from '../../formats/catalogue/catalogue.ts'
import { urls } from '../../web/urls.ts'
import { allCourses, course } from '../support/course-key.ts'
import { openBrowser } from '../support/person.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

/** Sheets of A4 a page takes, and what stands on them. */
async function printed(path: string): Promise<{ sheets: number; text: string }> {
  const page = await browser.newPage()
  await page.goto(inject('baseUrl') + path, { waitUntil: 'networkidle' })
  const file = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true })))
  await page.close()
  return { sheets: file.numPages, text: (await extractText(file, { mergePages: true })).text }
}

/** Three templates, each with a table to fill in: two sheets. */
const onTwoSheets = new Set(['instruera-ai'])

test('what one takes home is one sheet of paper, in both languages', async () => {
  for (const { id } of await allCourses())
    for (const locale of locales) {
      const { sheets } = await printed(urls.artefact(locale, id))
      expect(sheets, `${id} ${locale}`).toBe(onTwoSheets.has(id) ? 2 : 1)
    }
})

test('a lesson with its questions prints on four sheets at most, without what is only for the screen', async () => {
  const { sheets, text } = await printed(urls.lesson('sv', course, 'three-questions'))
  expect(sheets).toBeLessThanOrEqual(4)
  expect(text).toContain('Vem hos oss kan det här?')
  for (const words of ['Demo:', 'Logga in', 'Svara', 'Navet är öppen källkod']) expect(text).not.toContain(words)
})
