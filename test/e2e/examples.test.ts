import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { openBrowser, Person } from '../support/person.ts'

const root = join(import.meta.dirname, '../..')
const lesson = '/courses/granska-svaret/three-questions'
let folder: string
let dev: DevServer
let browser: Browser

/** The real courses, with examples for builders in one lesson. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navet-examples-'))
  await cp(join(root, 'courses'), folder, { recursive: true })
  const edit = async (path: string, from: RegExp, to: string) => {
    const file = join(folder, 'granska-svaret', path)
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
  }
  const write = async (path: string, text: string) => {
    const file = join(folder, 'granska-svaret/variants/bygg', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  await edit('course.yml', /$/, '\nvariants: { bygg: { sv: bygg, en: construction } }\n')
  await edit('sv/02-tre-fragor.md', /(## Så gjorde Amira\n)(?:\n<!-- case -->\n)?/, '$1\n<!-- case -->\n')
  await edit(
    'en/02-three-questions.md',
    /(## (?:What Amira did|How Amira did it)\n)(?:\n<!-- case -->\n)?/,
    '$1\n<!-- case -->\n',
  )
  await write('sv/02-tre-fragor.md', '## Så gjorde Bo\n\n<!-- case -->\n\nBo lägger tak i Mora.\n')
  await write('en/02-three-questions.md', '## What Bo did\n\n<!-- case -->\n\nBo lays roofs in Mora.\n')
  dev = await startDevServer({ COURSES: folder, COURSES_PRIVATE: '' })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await dev?.stop()
  await rm(folder, { recursive: true })
})

test.each([
  [360, 'sv', 'bygg', 'alla branscher', 'Bo lägger tak i Mora.'],
  [1280, 'en', 'construction', 'all trades', 'Bo lays roofs in Mora.'],
] as const)(
  'at %i px, without scripts, whoever wants examples from a trade gets them until they want none',
  async (width, locale, trade, all, words) => {
    const bo = await Person.arrives('bo', browser, { locale, width, script: false, base: dev.base })
    await bo.opens(lesson)
    const choice = bo.page.locator('.example-choice')
    const own = bo.page.getByText(words)
    expect(await choice.locator('[aria-current]').innerText()).toBe(all)
    expect(await own.count()).toBe(0)
    const asked = await bo.page.locator('legend').allInnerTexts()

    await choice.getByRole('link', { name: trade }).click()
    await own.waitFor()
    expect(await choice.locator('[aria-current]').innerText()).toBe(trade)
    expect(await bo.page.locator('legend').allInnerTexts()).toEqual(asked)
    await bo.looks('-examples')

    await bo.page.goto(`${dev.base}/${locale}/courses/granska-svaret/why-wrong-sounds-right`)
    expect(await choice.count()).toBe(0)
    await bo.page.goto(`${dev.base}/${locale}${lesson}`)
    await own.waitFor()

    await choice.getByRole('link', { name: all }).click()
    await choice.locator('[aria-current]', { hasText: all }).waitFor()
    expect(await own.count()).toBe(0)
    await bo.page.goto(`${dev.base}/${locale}${lesson}?for=constructor`)
    expect(await choice.locator('[aria-current]').innerText()).toBe(all)
    await bo.leaves()
  },
)
