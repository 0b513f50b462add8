import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'

import { loadCatalogue } from '../../../tools/authoring/compile/load-catalogue.ts'
import { en, sv } from '../../support/all-words.ts'
import { charactersOfFont } from '../../support/characters-of-font.ts'
import { allCourses } from '../../support/course-key.ts'

const web = join(import.meta.dirname, '../../../web')
const [head, headRare, text, textRare] = ['head', 'head-rare', 'text', 'text-rare'].map((name) =>
  charactersOfFont(readFileSync(join(web, `assets/fonts/navet-${name}.woff2`))),
)
const courses = await allCourses()
const { courses: summaries, framework, paths } = await loadCatalogue('courses')
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(0x20 + i)).join('')

/** What each font has drawn since Navet's first release: names are written with it. */
const drawn = {
  head: `${ascii}\u{a0}§«°±·»½ÁÄÅÆÈÉÍÓÖ×ØÜáäåæèéíóöøü–—‘’‚“”„•…€↑↓−`,
  text: `${ascii}\u{a0}£§«\u{ad}°±·»¼½¾ÁÄÅÆÇÈÉÍÐÑÓÖ×ØÜÞßáäåæçèéíðñóö÷øüþ–—‘’‚“”„•…€−`,
}
/** Drawn by neither font; the browser finds a letter of its own. */
const elsewhere = ['☐', '→', '\n']

test.each([
  ['head', head!, headRare!],
  ['text', text!, textRare!],
] as const)('no letter of the font for %s is lost, and none is in both of its files', (name, often, rare) => {
  expect([...often, ...rare].toSorted()).toEqual([...drawn[name]].toSorted())
})

test.each([
  ['head', headRare!],
  ['text', textRare!],
] as const)('the rare letters for %s are asked for by the pages that show one', (name, rare) => {
  expect(rangeOf(`navet-${name}-rare`)).toEqual(sorted([...rare]))
  // The first file has no range: it is there before anybody knows what a page shows.
  expect(faceOf(`navet-${name}`)).not.toContain('unicode-range')
})

test('whatever the courses and our words say is in the first file', () => {
  const said = [...strings([courses, summaries, framework, paths]).map(shown), ...messages()]
  expect(said.length).toBeGreaterThan(5000)
  expect(missing(said, text!)).toEqual([])
})

test('and so is every heading and every question of the courses', () => {
  const titles = summaries.flatMap(({ title, lessons }) => [title, ...lessons.map((lesson) => lesson.title)])
  const headings = strings(courses).flatMap((html) =>
    [...html.matchAll(/<h(\d)[^>]*>(.*?)<\/h\1>/gs)].map(([, , h]) => h!),
  )
  const stems = courses.flatMap(({ lessons, pool }) =>
    [...pool, ...lessons.flatMap(({ questions }) => questions)].flatMap((question) => strings(stemsOf(question.text))),
  )
  expect(Math.min(titles.length, headings.length, stems.length)).toBeGreaterThan(20)
  expect(missing([...strings(titles), ...headings, ...stems].map(shown), head!)).toEqual([])
})

function stemsOf(texts: Record<string, { stem: unknown }>): unknown[] {
  return Object.values(texts).map(({ stem }) => stem)
}

function missing(said: string[], font: Set<string>): string[] {
  return sorted([...new Set(said.join(''))].filter((char) => !font.has(char) && !elsewhere.includes(char)))
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

function shown(html: string): string {
  const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }
  return html.replaceAll(/<\/?[a-z][^<>]*>/g, '').replaceAll(/&[a-z#\d]+;/g, (sign) => signs[sign] ?? sign)
}

function messages(): string[] {
  return [sv, en].flatMap(Object.values).flatMap((message: string) => literals(new IntlMessageFormat(message).getAst()))
}

interface Part {
  type: number
  value?: unknown
  options?: Record<string, { value: Part[] }>
}

function literals(parts: Part[]): string[] {
  return parts.flatMap(({ type, value, options = {} }) => [
    ...(type === 0 ? [String(value)] : []),
    ...Object.values(options).flatMap((option) => literals(option.value)),
  ])
}

function faceOf(file: string): string {
  const faces = readFileSync(join(web, 'styles/fonts.css'), 'utf8').match(/@font-face \{[^}]*\}/g)!
  const found = faces.filter((face) => face.includes(`/${file}.woff2`))
  expect(found, file).toHaveLength(1)
  return found[0]!
}

function rangeOf(file: string): string[] {
  const [, range = ''] = /unicode-range:([^;]*);/.exec(faceOf(file)) ?? []
  return range.split(',').flatMap((part) => {
    const [, first, last = first] = /^\s*U\+([\dA-F]+)(?:-([\dA-F]+))?\s*$/.exec(part)!
    const begin = Number.parseInt(first!, 16)
    return Array.from({ length: Number.parseInt(last!, 16) - begin + 1 }, (_, i) => String.fromCodePoint(begin + i))
  })
}

function sorted(characters: string[]): string[] {
  return characters.toSorted((a, b) => a.codePointAt(0)! - b.codePointAt(0)!)
}
