import type { LogEntry } from '../../../worker/companies/audit/read-log.ts'
import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import { auditWords } from '../../messages/audit.ts'

/** Who did what, in words: of people and teams that are gone no name is left. */
export function entryWords({ action, facts, ...entry }: LogEntry, locale: Locale): { who: string; what: string } {
  const t = auditWords(locale)
  const nameOf = ({ name, mark }: { name: string | undefined; mark: string }) =>
    name ?? (mark === '' ? t('audit.outside') : t('audit.gone', { mark }))
  const { role = '', reason, format = '', count = 0, version = 0 } = facts
  const what = t(`audit.did.${action ?? 'unknown'}`, {
    name: entry.subject ? nameOf(entry.subject) : t('audit.somebody'),
    team: entry.team ?? t('audit.team'),
    hasTeam: entry.team === undefined ? 'no' : 'yes',
    for: facts.for ?? '',
    part: facts.part ?? '',
    way: facts.by ?? '',
    contact: facts.contact ?? '',
    to: facts.to ?? '',
    role,
    format,
    count,
    version,
  })
  return {
    who: entry.actor ? nameOf(entry.actor) : t('site.name'),
    what: reason ? t('audit.because', { what, reason: t(`remove.reason.${reason}`) }) : what,
  }
}
