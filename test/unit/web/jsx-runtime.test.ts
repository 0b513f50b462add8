import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { raw as honoRaw } from 'hono/html'
import { Fragment as HonoFragment, jsx as honoJsx } from 'hono/jsx/jsx-runtime'
import { describe, expect, test } from 'vitest'

import { escaped, Html, raw } from '../../../web/html/html.ts'
import { Fragment, jsx } from '../../../web/html/jsx-runtime.ts'

const root = join(import.meta.dirname, '../../../web')
const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
const source = pages.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
const found = (pattern: RegExp) => [...new Set([...source.matchAll(pattern)].map(([, name = '']) => name))]
/** What Hono moves into the head wherever it stands: our pages have these in the head alone. */
const moved = new Set(['title', 'meta', 'link', 'script', 'style', 'head', 'html'])
const empty = ['br', 'hr', 'img', 'input']
/** In which Hono prints a true that is its only child. */
const odd = 'svg'
/** Hono gives it an end tag, which HTML has not. */
const noEnd = 'wbr'
const others = [...moved, ...empty, odd, noEnd]
const tags = found(/<([a-z][\w-]*)[\s>/]/g).filter((tag) => !others.includes(tag))
const attributes = [...found(/ ([a-z][a-z\d-]*)=/g), 'viewBox', 'hidden', 'autofocus', 'required']

interface Printer {
  element(tag: string, props: Record<string, unknown>): unknown
  fragment(children: unknown): unknown
  component(children: unknown): unknown
  raw(html: string): unknown
}
const ours: Printer = {
  element: (tag, props) => jsx(tag, props),
  fragment: (children) => jsx(Fragment as never, { children } as never),
  component: (children) => jsx(() => children as never, {}),
  raw,
}
const honos: Printer = {
  element: (tag, props) => honoJsx(tag, props, undefined as never),
  // In a list, because Hono's fragment forgets a 0 that is alone.
  fragment: (children) => honoJsx(HonoFragment, { children: [children] } as never, undefined as never),
  component: (children) => honoJsx(() => children as never, {}, undefined as never),
  raw: honoRaw,
}

type Tree = (printer: Printer) => unknown
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", 'å', '–', '\u{1f600}', ' ') }),
)
const plain = fc.oneof(text, fc.integer(), fc.boolean(), fc.constantFrom(null, undefined))
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; children: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    plain.map((value) => () => value),
    text.map((html) => (printer: Printer) => printer.raw(html)),
    fc.tuple(fc.constantFrom(...tags), fc.dictionary(fc.constantFrom(...attributes), plain), tie('children')).map(
      ([tag, props, children]) =>
        (printer: Printer) =>
          printer.element(tag, { ...props, children: children(printer) }),
    ),
    fc.tuple(fc.constantFrom(...empty, 'circle', 'textarea'), fc.dictionary(fc.constantFrom(...attributes), plain)).map(
      ([tag, props]) =>
        (printer: Printer) =>
          printer.element(tag, props),
    ),
    tie('children').map((children) => (printer: Printer) => printer.fragment(children(printer))),
    tie('children').map((children) => (printer: Printer) => printer.component(printer.fragment(children(printer)))),
  ),
  children: fc
    .array(tie('tree'), { minLength: 1, maxLength: 4 })
    .map(
      (trees) => (printer: Printer) => (trees.length === 1 ? trees[0]!(printer) : trees.map((each) => each(printer))),
    ),
})).tree

const printed = (printer: Printer, content: Tree) =>
  String(printer.element('main', { children: [content(printer), 'end'] }))

test('whatever our pages are made of is printed as Hono prints it, to the byte', () => {
  expect([tags.length > 60, attributes.length > 60]).toEqual([true, true])
  fc.assert(
    fc.property(tree, (content) => {
      expect(printed(ours, content)).toBe(printed(honos, content))
    }),
    { numRuns: 2000 },
  )
})

test('a place for a line to break has no end tag', () => {
  expect(String(jsx(noEnd, {}))).toBe('<wbr/>')
})

describe('text from outside', () => {
  test('is text in every place: between tags, in attributes, from components', () => {
    const text = `<b>"Å" & 'x'</b>`
    const safe = '&lt;b&gt;&quot;Å&quot; &amp; &#39;x&#39;&lt;/b&gt;'
    expect(escaped(text)).toBe(safe)
    expect(String(jsx('p', { title: text, children: [text, [text]] }))).toBe(`<p title="${safe}">${safe}${safe}</p>`)
    expect(String(jsx(() => text, {}))).toBe(safe)
  })

  test('is no HTML because it looks like it', () => {
    const lookAlike = { text: '<b>', isEscaped: true, toString: () => '<b>' }
    expect(() => jsx('p', { children: lookAlike as never })).toThrow('a page shows text')
    expect(() => jsx('p', { title: lookAlike })).toThrow('is no text')
    expect(() => jsx('p', { onclick: () => 1 })).toThrow('is no text')
    // @ts-expect-error a text is no HTML
    const html: Html = '<b>'
    expect(html).toBe('<b>')
  })

  test('names neither tags nor attributes', () => {
    expect(() => jsx('p', { 'x><script>': '' })).toThrow('no name')
    expect(() => jsx('p onclick', {})).toThrow('no name')
  })
})
