import type { Locale } from '../../../formats/catalogue/catalogue.ts'

const lists = {
  sv: new Intl.ListFormat('sv-SE', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}

/** "Montering, Svets och Lager". */
export function listOf(names: readonly string[], locale: Locale): string {
  return lists[locale].format(names)
}
