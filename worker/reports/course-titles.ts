import type { InBoth } from '../../formats/catalogue/catalogue.ts'
import type { Visit } from '../visit.ts'

/** The columns of a row: every course, and those that left the catalogue while somebody holds their badge. */
export function courseTitles(
  { catalogue, locale }: Pick<Visit, 'catalogue' | 'locale'>,
  former: readonly { id: string; title: InBoth<string> }[] = [],
): { id: string; title: string }[] {
  return [...catalogue.courses, ...former].map(({ id, title }) => ({ id, title: title[locale] }))
}
