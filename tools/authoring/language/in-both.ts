import type { InBoth, Locale } from '../../../formats/catalogue/catalogue.ts'

export function inBoth<T>(make: (locale: Locale) => T): InBoth<T> {
  return { sv: make('sv'), en: make('en') }
}
