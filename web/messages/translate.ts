import { IntlMessageFormat } from 'intl-messageformat'

import { sane } from '../../formats/day.ts'
import type { Locale } from '../../formats/catalogue/catalogue.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

export type MessageKey = keyof typeof sv
type MessageValues = Record<string, string | number | Date>
export type Translate<Key extends string = MessageKey> = (key: Key, values?: MessageValues) => string

type Texts<Key extends string> = Record<Locale, Record<Key, string>>

const tags: Record<Locale, string> = { sv: 'sv-SE', en: 'en-GB' }
const timeZone = 'Europe/Stockholm'
/** `{at, date, day}` is "23 november 2026", `{at, time, clock}` is "14.32". */
const dateFormats = {
  date: { day: { day: 'numeric', month: 'long', year: 'numeric', timeZone } },
  time: { clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } },
} as const
const parsed = new Map<string, IntlMessageFormat>()
/** What was said with no values, or with numbers alone: with words in it, it could be about a person. */
const said = new Map<string, string>()
const mostSaid = 2000

/** Gives the words of one language: ICU messages, days and times in Europe/Stockholm. The same function each time. */
export function translator(locale: Locale): Translate {
  return translators[locale]
}

const translators = translatorsOf<MessageKey>({ sv, en })

/** Those words, and more that a page brings which few ask for. Keys are of one name space. */
export function alsoWith<Key extends string>(more: Texts<Key>): (locale: Locale) => Translate<MessageKey | Key> {
  const ofPage = translatorsOf(more)
  return (locale) => (key, values) =>
    Object.hasOwn(more[locale], key)
      ? ofPage[locale](key as Key, values)
      : translators[locale](key as MessageKey, values)
}

function translatorsOf<Key extends string>(texts: Texts<Key>): Record<Locale, Translate<Key>> {
  return { sv: translatorOf(texts, 'sv'), en: translatorOf(texts, 'en') }
}

function translatorOf<Key extends string>(texts: Texts<Key>, locale: Locale): Translate<Key> {
  return (key, values) => {
    const text = texts[locale][key]
    if (values === undefined && !text.includes("'")) return text

    const name = nameOf(locale, key, values)
    const known = name === undefined ? undefined : said.get(name)
    if (known !== undefined) return known

    const words = String(formatOf(locale, key, text).format(values && writable(values)))
    if (name !== undefined && said.size < mostSaid) said.set(name, words)
    return words
  }
}

function nameOf(locale: Locale, key: string, values: MessageValues = {}): string | undefined {
  const counts = Object.values(values)
  return counts.every((value) => typeof value === 'number') ? `${locale} ${key} ${JSON.stringify(values)}` : undefined
}

/** A time that cannot be written would break the page it stands on. */
function writable(values: MessageValues): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value instanceof Date ? sane(value) : value]),
  )
}

function formatOf(locale: Locale, key: string, text: string): IntlMessageFormat {
  const name = `${locale} ${key}`
  const known = parsed.get(name)
  if (known) return known

  const made = new IntlMessageFormat(text, tags[locale], dateFormats, { ignoreTag: true })
  parsed.set(name, made)
  return made
}
