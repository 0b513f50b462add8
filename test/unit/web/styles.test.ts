import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

const styles = join(import.meta.dirname, '../../../web/styles')
const types = readdirSync(join(styles, '../questions')).map((file) => `../questions/${file}`)
const files = [...readdirSync(styles, { recursive: true, encoding: 'utf8' }), ...types].filter((file) =>
  file.endsWith('.css'),
)
const sheets = files.filter((file) => file.startsWith('pages/'))
const textOf = (file: string) => readFileSync(join(styles, file), 'utf8')

test('dark by the device and dark by choice are the same colours', () => {
  const [byDevice, byChoice] = [
    /:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/,
    /\n {2}\[data-theme='dark'\] \{([^}]*)\}/,
  ].map((block) => block.exec(textOf('tokens.css'))?.[1]?.replaceAll(/\s+/g, ' '))
  expect(byDevice).toContain('--ground')
  expect(byChoice).toBe(byDevice)
})

test('only the tokens read paint, but for birch and ink on fields that never turn', () => {
  const read = files
    .filter((file) => file !== 'tokens.css')
    .flatMap((file) => [...textOf(file).matchAll(/var\((--p-[\w-]+)\)/g)].map(([, paint]) => `${file} ${paint}`))
  expect(read.filter((use) => !/ --p-(birch-0|ink)$/.test(use))).toEqual([])
})

test('every token that a style reads exists', () => {
  const all = files.map(textOf).join('\n')
  const set = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name))
  expect([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name).filter((name) => !set.has(name))).toEqual([])
})

test('every style is imported by the stylesheet of every page or by those of some, and lives in a layer', () => {
  const partsOf = (sheet: string) => [...textOf(sheet).matchAll(/@import '(?:\.\.?)\/(.+?)'/g)].map(([, file]) => file!)
  const imported = [
    ...new Set([...partsOf('index.css').filter((file) => !file.includes('*')), ...sheets.flatMap(partsOf)]),
  ]
  // The build puts those of the types of question in.
  expect(textOf('index.css')).toContain("@import '../questions/*.css';")
  const own = files.filter((file) => file !== 'index.css' && !sheets.includes(file) && !file.startsWith('../'))
  expect(imported.toSorted()).toEqual(own.toSorted())
  expect(partsOf('index.css').filter((file) => sheets.flatMap(partsOf).includes(file))).toEqual([])
  for (const file of files.filter((each) => each !== 'index.css' && !sheets.includes(each)))
    expect(textOf(file), file).toMatch(/^(\/\*[\s\S]*?\*\/\s*)?@layer /)
})

test('the layers have their order from the stylesheet of every page, which is linked first', () => {
  const order = ['reset', 'tokens', 'base', 'components', 'utilities']
  expect(textOf('index.css').split('\n')[0]).toBe(`@layer ${order.join(', ')};`)
  const named = files.flatMap((file) => [...textOf(file).matchAll(/@layer ([\w-]+) \{/g)].map(([, layer]) => layer!))
  expect([...new Set(named)].toSorted()).toEqual(order.toSorted())
})

test('what many pages share stands before the components, which know what they stand on', () => {
  const utilities = files
    .filter((file) => file.startsWith('base'))
    .map((file) => textOf(file).split('@layer utilities')[1]!)
  expect(utilities.join('')).not.toMatch(/\.(soft|lead|section|stack|f-\w+)\b/)
})

test('a rule that lays a ground says the ink on it', () => {
  const ground = /background: var\(--(raised|sunk|sunk-2|ground|ink|f-\w+)\)/
  const rules = files.flatMap((file) => [...textOf(file).matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, ...rule]) => rule))
  // A drawn mark holds no words.
  const silent = rules.filter(
    ([where = '', what = '']) => ground.test(what) && !/(?<!-)color:/.test(what) && !where.includes('::'),
  )
  expect(silent.map(([where]) => where?.trim())).toEqual([])
})

test('no style shouts', () => {
  expect(files.filter((file) => textOf(file).includes('!important'))).toEqual([])
})
