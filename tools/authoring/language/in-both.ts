import type { InBoth, Locale } from '../../../worker/courses/catalogue.ts'

export function inBoth<T>(make: (locale: Locale) => T): InBoth<T> {
  return { sv: make('sv'), en: make('en') }
}
