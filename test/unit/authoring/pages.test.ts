import { expect, test } from 'vitest'

import { changedLessons } from '../../../tools/authoring/commands/pages/changed-lessons.ts'
import {
  addressesIn,
  assetsOf,
  portablePage,
  portableStyle,
} from '../../../tools/authoring/commands/pages/portable-page.ts'
import { CoursesFolder, en, fixtureFolder, sv } from './courses.ts'
import { runIn } from './run-command.ts'

const files = (folder: CoursesFolder) => [...folder.files].map(([path, bytes]) => ({ path, bytes }))
const changed = (after: CoursesFolder, before = new CoursesFolder()) =>
  changedLessons(files(before), files(after)).map(({ course, lesson }) => `${course}/${lesson}`)

test('only lessons whose page looks different are saved', () => {
  expect(changed(new CoursesFolder())).toEqual([])
  expect(changed(new CoursesFolder().edit(en, 'Amira handles', 'Amira makes'))).toEqual([
    'granska-svaret/three-questions',
  ])
  expect(changed(new CoursesFolder(), new CoursesFolder().remove(sv).remove(en))).toEqual([
    'granska-svaret/three-questions',
  ])
})

test('a picture and a fact change the pages that show them', () => {
  const shown = () => new CoursesFolder().edit(sv, 'Amira sköter', '![Ett elskåp](../images/x.png)\n\nAmira sköter')
  const before = shown().write('granska-svaret/images/x.png', 'old')
  expect(changed(shown().write('granska-svaret/images/x.png', 'new'), before)).toEqual([
    'granska-svaret/three-questions',
  ])

  const cited = () => new CoursesFolder().edit(sv, 'Amira sköter', 'Så är det.[^f-llm-next-token] Amira sköter')
  expect(changed(cited().edit('facts.yml', 'publisher: p', 'publisher: q'), cited())).toEqual([
    'granska-svaret/three-questions',
  ])
})

const page = `<!doctype html><head><link rel="icon" href="/icon.svg"/><link rel="preload" href="/assets/a.woff2" as="font"/>
<link rel="stylesheet" href="/assets/index-1.css"/><script type="module" src="/assets/x.js"></script></head>
<a href="/en/courses/a/b#q-1">English</a><a href="/sv/sign-in">Logga in</a><a href="https://imy.se/">IMY</a>
<img alt="" src="/assets/courses/1.png"/><form action="/sv/x"></form>`

test('a page finds its assets beside it, and links to the other saved pages only', () => {
  const pages = new Map([['/en/courses/a/b', 'a-b.en.html']])
  const html = portablePage(page, { pages, assetFile: (address) => `assets${address.slice(address.lastIndexOf('/'))}` })

  expect(assetsOf(page)).toEqual(['/icon.svg', '/assets/index-1.css', '/assets/courses/1.png'])
  expect(html).toContain('<link rel="stylesheet" href="assets/index-1.css"/>')
  expect(html).toContain('src="assets/1.png"')
  expect(html).toContain('<a href="a-b.en.html#q-1">')
  expect(html).toContain('<a href="#">Logga in</a><a href="https://imy.se/">')
  expect(html).not.toMatch(/<script|rel="preload"/)
})

test('a style sheet finds its fonts beside it', () => {
  const css =
    '@font-face{src:url(/assets/a-1.woff2)format("woff2")}b{background:url("/assets/b.svg")}i{background:url(data:x)}'

  expect(addressesIn(css)).toEqual(['/assets/a-1.woff2', '/assets/b.svg'])
  expect(portableStyle(css)).toBe(
    '@font-face{src:url(a-1.woff2)format("woff2")}b{background:url("b.svg")}i{background:url(data:x)}',
  )
})

test('without a revision or a folder the command says which is missing', async () => {
  expect(await runIn(fixtureFolder, 'pages/main.ts', [])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^--base names the revision[^\n]+\n$/),
  })
  expect(await runIn(fixtureFolder, 'pages/main.ts', ['--base', 'HEAD'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^--out names the folder[^\n]+\n$/),
  })
  expect(await runIn(fixtureFolder, 'pages/main.ts', ['--base', 'nowhere', '--out', 'x'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^git does not know the revision nowhere[^\n]+\n$/),
  })
})
