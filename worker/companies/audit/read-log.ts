import { daysAfterDay, midnightOf } from '../../../formats/day.ts'
import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { nameKey } from '../name-key.ts'
import { recordOpening } from '../openings/record-opening.ts'
import { type EntryFacts, factsIn } from './facts.ts'
import { dayIn, type LogChoice } from './log-choice.ts'
import { actionIn, actionsOf, type AuditAction, type LogFormat, logPlaceIn, markOf, placeAfter } from './rules.ts'
import { countEntries, type LogQuery, mayReadLog, recordEntry, selectEntries, selectLogCompany } from './store.ts'

const entriesPerPage = 50
/** A file has so many at the most. */
export const entriesPerFile = 10_000

/** Somebody in an entry, as they are called now. */
interface Named {
  name: string | undefined
  mark: string
}

export interface LogEntry {
  /** undefined: one that this build does not know. */
  action: AuditAction | undefined
  facts: EntryFacts
  at: Date
  isDayOnly: boolean
  /** undefined: nobody's press. */
  actor: Named | undefined
  subject: Named | undefined
  team: string | undefined
}

/**
 * One page of a company's log, for its owners. Not found for anybody else, whether or not there is one. Whoever belongs
 * to the company may stand in it, and can see that it was opened.
 */
export async function readLog(visit: SignedInVisit, company: string, choice: LogChoice, before?: string) {
  const { db, learner } = visit
  const place = logPlaceIn(before)
  const query = queryOf({ company, viewer: learner.id }, choice)
  const {
    company: [found],
    entries,
    counts: [counted],
  } = await inBatch(db, {
    opened: recordOpening(visit, company, { shownTo: 'owners' }),
    company: selectLogCompany(db, query),
    entries: selectEntries(db, query, { place, most: entriesPerPage + 1 }),
    counts: countEntries(db, query, place),
  })
  if (!found) throw new Refusal('not-found', 'company')

  const shown = entries.slice(0, entriesPerPage)
  return {
    company: found,
    entries: shown.map(entryOf),
    all: counted?.all ?? 0,
    first: (counted?.newer ?? 0) + place.past + 1,
    older: entries.length > shown.length ? placeAfter(place, shown) : undefined,
  }
}

/** The same for a file, which is entered in the log. */
export async function exportLog(visit: SignedInVisit, company: string, choice: LogChoice, format: LogFormat) {
  const { db, learner, now } = visit
  const query = queryOf({ company, viewer: learner.id }, choice)
  const {
    company: [found],
    entries,
  } = await inBatch(db, {
    opened: recordOpening(visit, company, { shownTo: 'owners' }),
    company: selectLogCompany(db, query),
    entries: selectEntries(db, query, { place: logPlaceIn(undefined), most: entriesPerFile }),
    entered: recordEntry(db, {
      company,
      by: learner.id,
      action: 'log-exported',
      facts: { format },
      now,
      when: mayReadLog(company, learner.id),
    }),
  })
  if (!found) throw new Refusal('not-found', 'company')
  return { company: found, entries: entries.map(entryOf) }
}

function queryOf(who: Pick<LogQuery, 'company' | 'viewer'>, { q, kind, from, to }: LogChoice): LogQuery {
  const [first, last] = [dayIn(from), dayIn(to)]
  return {
    ...who,
    nameKey: nameKey(q),
    actions: actionsOf(kind),
    from: first === undefined ? undefined : midnightOf(first),
    before: last === undefined ? undefined : midnightOf(daysAfterDay(last, 1)),
  }
}

type Row = Awaited<ReturnType<typeof selectEntries>>[number]

function entryOf({ action, facts, at, isDayOnly, ...row }: Row): LogEntry {
  return {
    action: actionIn(action),
    facts: factsIn(facts),
    at,
    isDayOnly,
    actor: namedIn(row.actor, row.actorName),
    subject: namedIn(row.subject, row.subjectName),
    team: row.teamName ?? undefined,
  }
}

function namedIn(id: string | null, name: string | null): Named | undefined {
  return id === null ? undefined : { name: name ?? undefined, mark: markOf(id) }
}
