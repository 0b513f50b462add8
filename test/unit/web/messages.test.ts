import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'

import { alsoWith, translator } from '../../../web/messages/translate.ts'
import { en, sv, type WordKey } from '../../support/all-words.ts'
import { composedKeys, sources } from './message-sources.ts'

const keys = Object.keys(sv) as WordKey[]
const text = sources()
const words = alsoWith({ sv, en })

/** The same word in both languages, and no translation forgotten. */
const sameInBoth = new Set(['site.name', 'badge.fact.issuer.text', 'invite.file.team'])

test('both languages have the same messages', () => {
  expect(Object.keys(en).toSorted()).toEqual(keys.toSorted())
})

test('no two features use the same key', async () => {
  const folder = join(import.meta.dirname, '../../../web/messages/sv')
  const modules = await Promise.all(readdirSync(folder).map((file) => import(join(folder, file)) as Promise<object>))
  const all = modules.flatMap((module) => Object.values(module) as object[]).flatMap((feature) => Object.keys(feature))
  expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([])
})

test('every message that a source asks for is there', () => {
  const asked = [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key!)
  expect(asked.length).toBeGreaterThan(100)
  expect([...new Set(asked)].filter((key) => !(key in sv))).toEqual([])
})

test('every message is asked for somewhere', () => {
  const composed = composedKeys(text)
  const unused = keys.filter(
    (key) =>
      !new RegExp(`['"]${key.replaceAll(/[.+]/g, '\\$&')}['"]`).test(text) &&
      !composed.some((pattern) => pattern.test(key)),
  )
  expect(unused).toEqual([])
})

test('nothing is left untranslated', () => {
  const hasWords = (message: string) => /\p{L}{2}/u.test(message.replaceAll(/\{[^{}]*\}/g, ''))
  expect(keys.filter((key) => sv[key] === en[key] && hasWords(sv[key]) && !sameInBoth.has(key))).toEqual([])
  for (const key of sameInBoth) expect(sv[key as WordKey], key).toBe(en[key as WordKey])
})

test.each(keys)('%s can be read in both languages, with the same things to fill in', (key) => {
  expect(argumentsOf(en[key], 'en-GB')).toEqual(argumentsOf(sv[key], 'sv-SE'))
})

test('a message with things to fill in is never asked for without them', () => {
  const bare = [...text.matchAll(/\bt\(\s*'([^']+)'\s*,?\s*\)/g)].map(([, key]) => key as WordKey)
  expect(bare.filter((key) => sv[key] && argumentsOf(sv[key], 'sv-SE').length > 0)).toEqual([])
})

test('nothing is said with an exclamation mark', () => {
  expect(keys.filter((key) => sv[key].includes('!') || en[key].includes('!'))).toEqual([])
})

test('one is said as one, and days as Swedes write them', () => {
  const t = translator('sv')
  expect(t('region.catalogue', { count: 1 })).toContain('En kort kurs')
  expect(t('region.catalogue', { count: 12 })).toContain('12 korta kurser')
  expect(t('course.state.way', { done: 1, total: 5, minutes: 1 })).toBe('1 av 5 lektioner klar, ca 1 minut kvar')
  expect(t('lesson.practice', { count: 1 })).toBe('Öva: en fråga')
  expect(t('lesson.checked', { day: new Date('2026-11-23') })).toContain('23 november 2026')
})

/** What is counted in our messages, as one and as several; a word that is the same in both is in neither list. */
const counted = {
  sv: {
    one: 'fråga kurs lektion minut person sak område nivå övningsfråga gång inbjuden',
    several: 'frågor kurser lektioner minuter personer saker områden nivåer övningsfrågor gånger inbjudna',
  },
  en: {
    one: 'question course lesson minute person thing area level time answer',
    several: 'questions courses lessons minutes people things areas levels times answers',
  },
}
/** The browser fills these in, and takes the sentence about one where there is one. */
const filledByBrowser = new Set(['takeover.lessons', 'takeover.answers'])

const withNumbers = keys.filter((key) => numbersIn(key).length > 0 && !filledByBrowser.has(key))

test.each(withNumbers)('%s is said rightly of none, of one and of two', (key) => {
  for (const locale of ['sv', 'en'] as const)
    for (const number of [0, 1, 2]) {
      const nouns = (number === 1 ? counted[locale].several : counted[locale].one).replaceAll(' ', '|')
      const said = words(locale)(key, valuesOf(key, number))
      const adjective = '(?:\\p{L}+ ){0,2}'
      expect(said).not.toMatch(new RegExp(`(?<!\\d )\\b${number} ${adjective}(?:${nouns})(?!\\p{L})`, 'iu'))
    }
})

test('what is counted is known: every word that a message bends by a number is in the list', () => {
  const texts = { sv, en }
  for (const locale of ['sv', 'en'] as const) {
    const known = new Set(`${counted[locale].one} ${counted[locale].several}`.split(' '))
    const bent = keys.flatMap((key) => [...texts[locale][key].matchAll(/(?:one|=1|other) \{(?:#|1) (\p{L}+)\}/gu)])
    expect(bent.map(([, word]) => word!).filter((word) => !known.has(word))).toEqual([])
  }
})

/** Arguments of a message that are numbers: those that either language bends by, and those called as a number is. */
function numbersIn(key: WordKey): string[] {
  const called =
    /\{(count|total|done|lessons|minutes|questions|pass|passMark|pool|courses|score|answered|areas|levels|there)[,}]/g
  return [sv[key], en[key]].flatMap((message) => [...message.matchAll(called)].map(([, name]) => name!))
}

function valuesOf(key: WordKey, number: number) {
  const all = argumentsOf(sv[key], 'sv-SE').map((each) => each.split(' ')[0]!)
  const numbers = new Set(numbersIn(key))
  return Object.fromEntries(all.map((name) => [name, numbers.has(name) ? number : '…']))
}

/** Name and kind of everything a message is filled with, however deep it stands. */
function argumentsOf(message: string, locale: string): string[] {
  const formats = { date: { day: {} }, time: { clock: {} } }
  const found = new Set<string>()
  collect(new IntlMessageFormat(message, locale, formats, { ignoreTag: true }).getAst() as unknown as Part[], found)
  return [...found].toSorted()
}

/** A parsed message, as far as it matters here. */
interface Part {
  type: number
  value: string
  options?: Record<string, { value: Part[] }>
}
const literal = 0
const argument = 1
const pound = 7

function collect(parts: Part[], found: Set<string>): void {
  for (const { type, value, options } of parts) {
    if (type === literal || type === pound) continue
    // How a language bends a word is its own affair: `{count}` and `{count, plural, …}` are the same thing to fill in.
    found.add(type === argument || options ? value : `${value} ${type}`)
    for (const option of Object.values(options ?? {})) collect(option.value, found)
  }
}
