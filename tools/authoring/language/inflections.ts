import type { Locale } from '../../../formats/catalogue/catalogue.ts'

/**
 * Source of a regular expression (flags `iu`) for a term in every form it may have in running text. Only the last word
 * is inflected, as a noun of any declension: the endings are those of Svenska Akademiens språklära, too many rather
 * than too few, since a whole word must match and a wrong form is in no lesson.
 */
export function formsOf(term: string, locale: Locale): string {
  const words = term.trim().split(/\s+/)
  const last = words.pop()!
  const inflected = locale === 'sv' ? swedish(last) : english(last)
  return [...words.map(escaped), inflected].join('\\s+')
}

/** Whether a text is one of a term's forms, and nothing else. */
export function isFormOf(text: string, term: string, locale: Locale): boolean {
  return new RegExp(`^(?:${formsOf(term, locale)})$`, 'iu').test(text)
}

function swedish(word: string): string {
  const stem = escaped(word.slice(0, -1))
  if (/\p{Lu}$/u.test(word)) return `${escaped(word)}(?::?(?:n|t|ar|er|arna|erna)?s?)?`
  // källa, källan, källor; nätfiske, nätfisket; användare, användaren, användarna; regel, regeln, regler
  if (word.endsWith('a')) return `${stem}(?:an?|or|orna)s?`
  if (word.endsWith('e')) return `${stem}(?:e|en|et|er|ena|erna|ar|arna|na)s?`
  if (/e[lnr]$/.test(word)) {
    const short = escaped(word.slice(0, -2) + word.at(-1)!)
    return `(?:${escaped(word)}(?:n|t|et|en|er|erna|na)?|${short}(?:ar|arna|er|erna|or|orna|et|en))s?`
  }
  // språkmodell, -en, -er, -erna; verktyg, -et, -en; chattbot, chattbotten; -ko, -n, -r, -rna
  return `${escaped(word)}(?:${escaped(word.at(-1)!)}?(?:en|et|ena|ar|arna|er|erna|or|orna)|n|t|r|rna|na)?s?`
}

function english(word: string): string {
  const plural = /[^aeiou]y$/i.test(word) ? `(?:${escaped(word)}|${escaped(word.slice(0, -1))}ies)` : escaped(word)
  return `${plural}(?:e?s)?(?:[’']s?)?`
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
