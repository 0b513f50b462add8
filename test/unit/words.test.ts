import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'

import { sv } from '../support/all-words.ts'
import * as schema from '../../worker/db/schema/index.ts'
import { urls } from '../../web/urls.ts'

const root = join(import.meta.dirname, '../..')

/** The rows of STYLE.md's list of words: those that are used, and those that are not. */
const rows = readFileSync(join(root, 'STYLE.md'), 'utf8')
  .split('| Word | Is | Not |')[1]!
  .split('\n')
  .filter((line) => line.startsWith('| ') || line.startsWith('|-'))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))
const wordsIn = (cell: string) => cell.split(', ').filter(Boolean)

const files = ['formats', 'region', 'worker', 'web', 'tools'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }),
)
const tables = Object.values(schema)
  .filter((each) => is(each, SQLiteTable))
  .map(getTableName)
const fill = ['sv', 'a', 'b', 'c', 'd'] as const
const addresses = Object.values(urls).map((url) => (url as (...parts: readonly string[]) => string)(...fill))

/** Every part of a name: of files and folders, tables, addresses and message keys. */
const places = {
  file: files.flatMap((path) => path.replace(/\.[.a-z]+$/, '').split(/[/.-]/)),
  table: tables.flatMap((name) => name.split('_')),
  address: addresses.flatMap((path) => path.split(/[/?#=&.-]/)),
  message: Object.keys(sv).flatMap((key) => key.split(/[.-]/)),
}

function isNamed(parts: readonly string[], word: string): boolean {
  const forms = new Set([word, `${word}s`, `${word}es`, `${word}zes`, word.replace(/y$/, 'ies')])
  return parts.some((part) => forms.has(part))
}

test('the list of words is read', () => {
  expect(rows.length).toBeGreaterThan(12)
  expect(tables.length).toBeGreaterThan(30)
  expect(addresses.length).toBeGreaterThan(40)
})

test('every word of the list is one that the house uses', () => {
  const used = Object.values(places).flat()
  const unused = rows
    .flatMap(([, words]) => wordsIn(words!))
    .filter((word) => word.split(' ').some((part) => !isNamed(used, part)))
  expect(unused).toEqual([])
})

test('no folder, file, table, address or message is named with a word that the list rules out', () => {
  const wrong = rows
    .flatMap(([, , , not]) => wordsIn(not ?? ''))
    .flatMap((word) =>
      Object.entries(places).flatMap(([place, parts]) => (isNamed(parts, word) ? `${place}: ${word}` : [])),
    )
  expect(wrong).toEqual([])
})
