import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

import { expect, test } from 'vitest'

import { pageSheets, partsOf, unstyled } from '../../support/page-styles.ts'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'web/pages')
const sources = filesIn(folder)
const pages = sources.filter((file) => file.endsWith('-page.tsx') || layoutsIn(file).length > 0)
/** Pages into which the worker puts parts, and the file that knows which. */
const filled: Record<string, string> = {
  'accounts/me-page.tsx': 'worker/learning/me/slots.tsx',
  'accounts/privacy-page.tsx': 'worker/reports/show-privacy.tsx',
}

test('every stylesheet of pages is named by some', () => {
  expect(pages.length).toBeGreaterThan(40)
  expect([...new Set(pages.flatMap(namedBy))].toSorted()).toEqual(['', ...pageSheets].toSorted())
})

test.each(pages.map((file) => [relative(folder, file), file]))(
  'whatever %s may show is styled by what it links, in every state',
  (_, file) => {
    const named = namedBy(file)
    expect(named, 'all layouts of a page name the same').toHaveLength(1)
    expect(unstyled(namesIn(file), named.filter(Boolean))).toEqual([])
  },
)

test('the worker puts parts of pages into those pages alone of which this test knows', () => {
  const putting = filesIn(join(root, 'worker')).filter((file) => partsIn(file).length > 0)
  expect(putting.map((file) => relative(root, file)).toSorted()).toEqual(Object.values(filled).toSorted())
})

test('a page that forgets its stylesheet is found, by a class and by an element', () => {
  expect(unstyled(new Set(['matrix']), [])).toContain('matrix .matrix td')
  expect(unstyled(new Set(['badge-check']), ['me'])).toContain('proof badge-check')
  expect(unstyled(new Set(['badge-check', 'matrix']), ['badge', 'company'])).toEqual([])
  // What every page has of it does not ask for the rest.
  expect(unstyled(new Set(['door', 'icon', 'wrap']), [])).toEqual([])
})

test('no stylesheet holds a component that none of its pages can show', () => {
  const idle = pageSheets.flatMap((sheet) => {
    const names = pages.filter((page) => namedBy(page).includes(sheet)).flatMap((page) => [...namesIn(page)])
    const shown = unstyled(new Set(names), []).map((found) => found.split(' ')[0])
    return partsOf(sheet).filter((part) => !shown.includes(part))
  })
  expect(idle).toEqual([])
})

/** The stylesheets that a page's layouts name: its own, or of the page that it fills; '' for a layout that names none. */
function namedBy(page: string): string[] {
  const own = layoutsIn(page)
  const layouts = own.length > 0 ? own : [...closureOf(page)].flatMap(layoutsIn)
  return [...new Set(layouts.map((layout) => /styles=\{pageAssets\.(\w+)Styles\}/.exec(layout)?.[1] ?? ''))]
}

function layoutsIn(file: string): string[] {
  return readFileSync(file, 'utf8').match(/<Layout[^]*?>\n/g) ?? []
}

/** Classes and elements that stand in a page's source and in all that it is made of. */
function namesIn(page: string): Set<string> {
  const filler = filled[relative(folder, page)]
  const files = [page, ...(filler ? partsIn(join(root, filler)) : [])].flatMap((file) => [...closureOf(file)])
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const classes = [...text.matchAll(/\bclass=(?:"([^"]*)"|\{([^}]*(?:\}[^}`]*`)?)\})/g)].flatMap(([, words, code]) =>
    words === undefined ? [...code!.matchAll(/['"`]([^'"`]*)['"`]/g)].map(([, part]) => part!) : [words],
  )
  const elements = [...text.matchAll(/<([a-z]+-[a-z-]+)/g)].map(([, element]) => element!)
  return new Set([...classes.flatMap((words) => words.split(/\s+/)), ...elements])
}

/** What a file of the worker takes from pages that is no page itself. */
function partsIn(file: string): string[] {
  return importsOf(file).filter(
    (path) => path.startsWith(folder) && !path.endsWith('-page.tsx') && !pages.includes(path),
  )
}

function closureOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const path of importsOf(file)) closureOf(path, found)
  return found
}

function importsOf(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;']*? from '(\.[^']*\.tsx)'/gm)
  return [...imports].map(([, path]) => join(dirname(file), path!))
}

function filesIn(place: string): string[] {
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  return files.map((file) => join(place, file))
}
