import { csvOf } from '../../../formats/csv.ts'
import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import { dayOf, stockholmTime } from '../../../formats/day.ts'
import { auditWords } from '../../../web/messages/audit.ts'
import { entryWords } from '../../../web/pages/companies/entry-words.ts'
import type { LogEntry } from './read-log.ts'
import { auditActions, type LogFormat } from './rules.ts'

/** The log as a file: words for people, and in JSON what they say as fields. No id of anything leaves the database. */
export function logFile(
  { company, entries }: { company: { name: string }; entries: readonly LogEntry[] },
  format: LogFormat,
  locale: Locale,
): string {
  return format === 'csv' ? csvFile(entries, locale) : jsonFile(company.name, entries, locale)
}

function csvFile(entries: readonly LogEntry[], locale: Locale): string {
  const t = auditWords(locale)
  const rows = entries.map((entry) => {
    const { who, what } = entryWords(entry, locale)
    const { day, time } = whenOf(entry)
    return [time ? `${day} ${time}` : day, who, what, entry.action ? t(`audit.kind.${auditActions[entry.action]}`) : '']
  })
  return csvOf([[t('audit.when'), t('audit.who'), t('audit.what'), t('audit.kind')], ...rows])
}

function jsonFile(company: string, entries: readonly LogEntry[], locale: Locale): string {
  const written = entries.map((entry) => {
    const { who, what } = entryWords(entry, locale)
    const { action, facts, actor, subject, team } = entry
    return {
      ...whenOf(entry),
      action: action ?? null,
      kind: action ? auditActions[action] : null,
      by: actor ? (actor.name ?? actor.mark) : null,
      to: subject ? (subject.name ?? subject.mark) : null,
      team: team ?? null,
      facts,
      words: { who, what },
    }
  })
  return `${JSON.stringify({ company, entries: written }, null, 2)}\n`
}

/** In Sweden, to the minute; what members do themselves has no time. */
function whenOf({ at, isDayOnly }: LogEntry): { day: string; time: string | null } {
  return { day: dayOf(at), time: isDayOnly ? null : stockholmTime(at).slice(11, 16) }
}
