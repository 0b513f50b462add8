import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'

import { askLinks } from '../../../tools/authoring/commands/links/ask-links.ts'
import { findLinks } from '../../../tools/authoring/commands/links/find-links.ts'
import { CoursesFolder, fixtureFolder, sv } from './courses.ts'
import { runIn } from './run-command.ts'

let site: Server
let origin: string
let asked: string[]
let folder: string

/** A site with a page, one that moved there, one that is gone, one for nobody, and one that never answers. */
beforeEach(async () => {
  asked = []
  site = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/never') return
    if (request.url === '/moved') return void response.writeHead(302, { location: '/there' }).end()
    response.writeHead({ '/there': 200, '/forbidden': 403 }[request.url ?? ''] ?? 404).end('x')
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const address = site.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  folder = await mkdtemp(join(tmpdir(), 'navet-links-'))
})

afterEach(async () => {
  site.closeAllConnections()
  await new Promise((resolve) => site.close(resolve))
  await rm(folder, { recursive: true })
})

test('a page that is gone is told from one that is not for programs, and from one that does not answer', async () => {
  const paths = ['/there', '/moved', '/gone', '/forbidden']
  const answers = await askLinks(
    paths.map((path) => origin + path),
    60_000,
  )
  expect(paths.map((path) => answers.get(origin + path))).toEqual([
    { state: 'there', said: 'answers 200' },
    { state: 'there', said: 'answers 200' },
    { state: 'gone', said: 'answers 404' },
    { state: 'unsure', said: 'answers 403' },
  ])
  const silent = await askLinks([`${origin}/never`], 300)
  expect([...silent.values()]).toEqual([{ state: 'unsure', said: 'did not answer in time' }])
})

test('addresses are found in texts and facts, each once with all its places, and not in code', () => {
  const courses = new CoursesFolder()
    .edit(
      sv,
      'Tonen kan',
      '[IMY](https://imy.se/a), <https://imy.se/b>. `https://imy.se/code` [IMY](https://imy.se/a) Tonen kan',
    )
    .edit('facts.yml', 'source: s', "source: s, url: 'https://imy.se/c'")
  const links = findLinks([...courses.files].map(([path, bytes]) => ({ path, bytes })))
  expect(links.map(({ address, places }) => [address, places.length])).toEqual(
    expect.arrayContaining([
      ['https://imy.se/a', 2],
      ['https://imy.se/b', 1],
      ['https://imy.se/c', 1],
    ]),
  )
  expect(links).toHaveLength(3)
})

test('the command names each place of a page that is gone, and ends with 1', async () => {
  await cp(fixtureFolder, join(folder, 'courses'), { recursive: true })
  const file = join(folder, 'courses', sv)
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('Tonen kan', `[Borta](${origin}/gone) [Finns](${origin}/there)\n\nTonen kan`))
  const { code, out, err } = await runIn(folder, 'links/main.ts', [])
  expect({ code, err }).toEqual({ code: 1, err: '2 addresses asked, 1 gone\n' })
  expect(out).toMatch(new RegExp(`^courses/${sv}:\\d+:\\d+ error ${origin}/gone answers 404\n$`))
  await writeFile(file, text)
  expect(await runIn(folder, 'links/main.ts', ['--format', 'json'])).toMatchObject({ code: 0, out: '[]\n' })
  expect(asked).toEqual(['/gone', '/there'])
})

test('only the weekly workflow asks other sites: no check and no build does', () => {
  const workflows = join(import.meta.dirname, '../../../.github/workflows')
  const asking = readdirSync(workflows).filter((name) =>
    readFileSync(join(workflows, name), 'utf8').includes('courses:links'),
  )
  expect(asking).toEqual(['links.yml'])
  const { on, permissions } = parse(readFileSync(join(workflows, 'links.yml'), 'utf8'))
  expect(Object.keys(on)).toEqual(['schedule', 'workflow_dispatch'])
  expect(permissions).toEqual({ contents: 'read' })
})
