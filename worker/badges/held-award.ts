import type { Locale } from '../../formats/catalogue/catalogue.ts'
import { dayInWords } from '../../formats/day.ts'
import { urls } from '../../web/urls.ts'

/** An award of the learner's own, as every row of one says it. */
export interface OwnAward {
  id: string
  day: string
  withdrawnAt: Date | null
}

/** Taken back from the public by its holder, who can give it again. */
export function isWithdrawn({ withdrawnAt }: Pick<OwnAward, 'withdrawnAt'>): boolean {
  return withdrawnAt !== null
}

/** What the learner is told of an award: where it stands. One that was taken back has no public page, and can be given again. */
export function heldAward(award: OwnAward, locale: Locale) {
  const withdrawn = isWithdrawn(award)
  const href = withdrawn ? urls.ownBadge(locale, award.id) : urls.badge(locale, award.id)
  return { day: dayInWords(award.day, locale), isWithdrawn: withdrawn, href }
}

/** What programs are told of it: nothing of one that was taken back. */
export function publishedAward(award: OwnAward | undefined): { award: string; day: string } | null {
  return award && !isWithdrawn(award) ? { award: award.id, day: award.day } : null
}
