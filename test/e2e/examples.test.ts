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
  for (const locale of ['sv', 'en'])
    await edit(`${locale}/artefact.md`, /$/, '\n## Ett exempel\n\n<!-- case -->\n\nMed ett fall.\n')
  await write('sv/artefact.md', '## Hos Bo\n\n<!-- case -->\n\nEtt tak i Mora.\n')
  await write('en/artefact.md', '## At Bo’s\n\n<!-- case -->\n\nA roof in Mora.\n')
  dev = await startDevServer({ COURSES: folder, COURSES_PRIVATE: '' })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await dev?.stop()
  await rm(folder, { recursive: true })
})

test('a program gets the cases of a trade by its id, and is told of a trade that there is none of', async () => {
  const read = async (path: string) => {
    const response = await fetch(`${dev.base}/api/v1/courses/granska-svaret${path}`)
    const body = (await response.json()) as Record<string, unknown>
    return Object.assign(body, { status: response.status })
  }
  const trades = [{ id: 'bygg', name: 'bygg' }]
  const lesson = (query: string) => read(`/lessons/three-questions?locale=sv${query}`)
  const [usual, own, plain] = [await lesson(''), await lesson('&for=bygg'), await lesson('&for=bygg&text=latt')]
  expect(usual).toMatchObject({ status: 200, examples: { chosen: null, trades } })
  expect(own).toMatchObject({ status: 200, examples: { chosen: 'bygg', trades } })
  expect([usual, own].map(({ body }) => String(body).includes('Bo lägger tak i Mora.'))).toEqual([false, true])
  expect(plain).toMatchObject({ status: 200, examples: null })
  expect(await read('/lessons/why-wrong-sounds-right?for=bygg')).toMatchObject({ status: 200, examples: null })

  expect(await read('?locale=en&for=bygg')).toMatchObject({
    document: expect.stringContaining('A roof in Mora.'),
    examples: { chosen: 'bygg', trades: [{ id: 'bygg', name: 'construction' }] },
  })
  for (const path of ['/lessons/three-questions', '/lessons/why-wrong-sounds-right', '']) {
    for (const unknown of ['constructor', 'all', 'skog']) {
      const told = await read(`${path}?for=${unknown}`)
      expect([path, unknown, told['status'], told['fields']]).toEqual([path, unknown, 422, { for: 'unknown' }])
    }
  }
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
