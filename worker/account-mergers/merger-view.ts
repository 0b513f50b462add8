import type { Locale } from '../../formats/catalogue/catalogue.ts'
import { dayInWords, dayOf } from '../../formats/day.ts'
import type { MergerView } from '../../web/pages/accounts/account-merger-preview-page.tsx'
import type { Merging } from './read-merger.ts'

/** What is shown of two accounts before they are one. */
export function mergerView({ stays, ends, twice, companies }: Merging, locale: Locale): MergerView {
  const oneOf = ({ addresses, createdAt, isHere, ...counts }: Merging['stays']) => ({
    addresses,
    day: dayInWords(dayOf(createdAt), locale),
    isHere,
    counts,
  })
  return { stays: oneOf(stays), ends: oneOf(ends), twice, companies }
}
