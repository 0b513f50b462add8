import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { decodeTrie, encodeITrieToBTrie } from 'cspell-trie-lib'

import type { InBoth, Locale } from '../../../formats/catalogue/catalogue.ts'

/** The words of a language, and what comes nearest to one that it does not have. */
export interface Dictionary {
  has(word: string): boolean
  /** At most `count` words. */
  near(word: string, count: number): string[]
}

const modules = join(import.meta.dirname, '../../../node_modules')
const cache = join(modules, '.cache/navet')
const packages: InBoth<{ name: string; file: string }> = {
  sv: { name: '@cspell/dict-sv', file: 'Swedish.trie.gz' },
  en: { name: '@cspell/dict-en-gb', file: 'en_GB.trie.gz' },
}
const loaded = new Map<Locale, Dictionary>()

/** Reads a dictionary once. Unpacking takes a second, so the unpacked form is kept among the caches of node_modules. */
export function dictionaryOf(locale: Locale): Dictionary {
  const known = loaded.get(locale)
  if (known) return known

  const trie = decodeTrie(readUnpacked(locale))
  const dictionary = {
    has: (word: string) => trie.has(word),
    near: (word: string, count: number) =>
      trie.suggest(word, { numSuggestions: count, changeLimit: 2 }).slice(0, count),
  }
  loaded.set(locale, dictionary)
  return dictionary
}

function readUnpacked(locale: Locale): Uint8Array<ArrayBuffer> {
  const { name, file } = packages[locale]
  const { version } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string }
  const kept = join(cache, `${locale}-${version}.btrie`)
  try {
    return readFileSync(kept)
  } catch {
    const unpacked = encodeITrieToBTrie(
      decodeTrie(Uint8Array.from(gunzipSync(readFileSync(join(modules, name, file))))),
    )
    keep(kept, unpacked)
    return Uint8Array.from(unpacked)
  }
}

/** Where nothing can be written the dictionary is unpacked each time. */
function keep(path: string, bytes: Uint8Array): void {
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(path, bytes)
  } catch {
    // A cache is no more than time saved.
  }
}
