import { dayInWords } from '../../../formats/day.ts'
import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { JudgedRow } from '../../../worker/companies/invitations/list/judge-rows.ts'
import type { LateTranslate } from '../../messages/late.ts'

/** What became of a row, in words: for the page and for the file. */
export function outcomeWords(
  t: LateTranslate,
  locale: Locale,
  { outcome }: JudgedRow,
): { outcome: string; why: string } {
  return { outcome: t(`invite.outcome.${outcome.kind}`), why: whyOf() }

  function whyOf(): string {
    switch (outcome.kind) {
      case 'invited':
        return outcome.team ? t('invite.why.team', { team: outcome.team }) : ''
      case 'twice':
        return t('invite.why.twice', { line: outcome.line })
      case 'rests':
        return outcome.from
          ? t('invite.why.rests', { day: dayInWords(outcome.from, locale) })
          : t('invite.why.rests.long')
      case 'stopped': {
        const why = t(`invite.why.${outcome.fault}`)
        return outcome.meant ? `${why} ${t('invite.why.meant', { email: outcome.meant })}` : why
      }
      default:
        return t(`invite.why.${outcome.kind}`)
    }
  }
}
