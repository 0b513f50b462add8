import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { expect, onTestFinished, test } from 'vitest'

import { compileCourses } from '../../tools/authoring/compile/compile.ts'
import { readCourses } from '../../tools/authoring/files/read-courses.ts'
import { courseHtml } from '../../tools/authoring/commands/export/course-html.ts'
import { coursePdf } from '../../tools/authoring/commands/export/course-pdf.ts'
import { audit, openBrowser } from '../support/person.ts'

async function granska(locale: 'sv' | 'en') {
  const { courses, summaries } = compileCourses(await readCourses('courses', ''))
  const course = courses.find(({ id }) => id === 'granska-svaret')!
  const summary = summaries.find(({ id }) => id === 'granska-svaret')!
  return { html: await courseHtml({ summary, course, images: [], locale }), course }
}

test('a course as one page opens from the disk on a phone and on paper, can be read by everybody, and fetches nothing', async () => {
  const { html } = await granska('sv')
  const folder = await mkdtemp(join(tmpdir(), 'navet-export-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'course.html')
  await writeFile(file, html)
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 360, height: 800 }, reducedMotion: 'reduce' })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url().slice(0, 60)))
  page.on('console', (message) => asked.push(message.text()))
  const address = pathToFileURL(file).href
  await page.goto(address)
  await page.evaluate('document.fonts.ready')
  expect(asked.filter((url) => url !== address.slice(0, 60) && !url.startsWith('data:'))).toEqual([])
  await audit(page, 'a course as one page')
  await page.emulateMedia({ media: 'print' })
  await audit(page, 'a course on paper')
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name: 'Tre frågor innan svaret lämnar huset' }).click()
  await expect.poll(() => page.url()).toBe(`${address}#three-questions`)
})

test('the same as PDF has its language, its title and its structure, all lessons, and nothing of the badge test', async () => {
  const { html, course } = await granska('en')
  const bytes = await coursePdf(html)
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { info } = await getMeta(pdf)
  expect(info).toMatchObject({ Title: 'Check the answer', Language: 'en' })
  expect((await pdf.getMarkInfo())?.Marked).toBe(true)
  expect((await pdf.getOutline())?.length).toBeGreaterThan(5)
  const { text } = await extractText(pdf, { mergePages: true })
  const words = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll(/[\s\u00a0]+/g, ' ')
  const said = words(text)
  for (const { text: own } of course.lessons.flatMap(({ questions }) => questions))
    expect(said).toContain(words(own.en.stem).slice(0, 40).trim())
  for (const { text: own } of course.pool) expect(said).not.toContain(words(own.en.stem).slice(0, 60).trim())
})
