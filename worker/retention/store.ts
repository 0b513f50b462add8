import { and, asc, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'

import { publishedOf } from '../badges/store.ts'
import type { Database } from '../db/client.ts'
import { accountMergers, addresses, users } from '../db/schema/accounts.ts'
import { absences, lapses, retentionCursors } from '../db/schema/retention.ts'

/** Absences of people who are not away, or written by a clock that went wrong: whoever is away is written to anew. */
export function deleteVoidAbsences(db: Database, { now, letterSince }: { now: Date; letterSince: Date }) {
  const seenAt = sql`(select seen_at from ${users} where id = ${absences.learner})`
  return db
    .delete(absences)
    .where(or(gt(seenAt, letterSince.getTime()), gt(absences.firstAt, now), gt(absences.lastAt, now)))
}

/** Begins the absence of those who were last here longest ago; their letter goes by `whoIsFirstWritten`. */
export function recordAbsences(db: Database, begin: { now: Date; letterSince: Date; goesOn: string; most: number }) {
  return db.run(sql`insert into ${absences} (learner, first_at, goes_on)
    select id, ${begin.now.getTime()}, ${begin.goesOn} from ${users}
    where seen_at <= ${begin.letterSince.getTime()} and id not in (select learner from ${absences})
    order by seen_at, id limit ${begin.most} on conflict do nothing`)
}

/** Recipients, `id` and `email`: every address of those whose absence began just now. */
export function whoIsFirstWritten(now: Date): SQL {
  return everyAddress(sql`select learner from ${absences} where first_at = ${now.getTime()} and last_at is null`)
}

/** The same of one account whose last letter was recorded just now. */
export function whoIsLastWritten(learner: string, now: Date): SQL {
  return everyAddress(sql`select learner from ${absences} where learner = ${learner} and last_at = ${now.getTime()}`)
}

function everyAddress(learners: SQL): SQL {
  return sql`select id || '-0' as id, email from ${users} where id in (${learners})
    union all select user_id || '-' || rowid as id, email from ${addresses} where user_id in (${learners})`
}

/** Who goes on this day or before and has had no last letter; those with the earliest day first. */
export function selectLastLettersDue(db: Database, { by, most }: { by: string; most: number }) {
  return db
    .select({ learner: absences.learner, goesOn: absences.goesOn, awards: publishedAwards })
    .from(absences)
    .where(and(lte(absences.goesOn, by), isNull(absences.lastAt)))
    .orderBy(asc(absences.goesOn), asc(absences.learner))
    .limit(most)
}

const publishedAwards = publishedOf(sql`absences.learner`)

/** Records the last letter, unless somebody came back meanwhile or has had it. */
export function recordLastLetter(db: Database, letter: { learner: string; now: Date; goesOn: string }) {
  return db
    .update(absences)
    .set({ lastAt: letter.now, goesOn: letter.goesOn })
    .where(and(eq(absences.learner, letter.learner), isNull(absences.lastAt)))
}

/** When all that was promised has passed. */
export interface Ripe {
  today: string
  /** The first letter was written by then. */
  writtenBy: Date
  /** Nobody was here after this. */
  absentSince: Date
}

function isRipe({ today, writtenBy, absentSince }: Ripe): SQL {
  return sql`${absences.goesOn} <= ${today} and ${absences.firstAt} <= ${writtenBy.getTime()}
    and ${absences.lastAt} is not null and ${users.seenAt} <= ${absentSince.getTime()}`
}

/** Whose account goes now, in any order: so many that cannot go are never always the first. */
export function selectRipe(db: Database, ripe: Ripe, most: number) {
  return db
    .select({ learner: absences.learner, locale: users.locale, awards: publishedAwards })
    .from(absences)
    .innerJoin(users, eq(users.id, absences.learner))
    .where(isRipe(ripe))
    .orderBy(sql`random()`)
    .limit(most)
}

/**
 * Stops the batch in which it is the first, unless the account is still to go: SQLite's refusal of the text does it, as
 * a select may not raise an error of its own.
 */
export function mustBeRipe(db: Database, learner: string, ripe: Ripe) {
  return db
    .select({
      ripe: sql`case when exists (select 1 from ${absences} join ${users} on ${users.id} = ${absences.learner}
      where ${absences.learner} = ${learner} and ${isRipe(ripe)}) then 1 else json('somebody came back') end`,
    })
    .from(sql`(select 1)`)
}

/** Remembers that it was the clock, for those that became one with it too: a restore of an older backup lets the badges stay. */
export function recordLapse(db: Database, account: string, at: Date) {
  return db.run(sql`insert into ${lapses} (account, at) select ${account}, ${at.getTime()}
    union select account, ${at.getTime()} from ${accountMergers} where learner = ${account} on conflict do nothing`)
}

/** Who comes next for a clock that looks at people in the order in which they were last here, as `id`. */
export function nextAbsent(clock: string, { since, most }: { since: Date; most: number }): SQL {
  return sql`select id from ${users} where seen_at <= ${since.getTime()}
    and (seen_at, id) > (select coalesce(max(seen_at), -1), coalesce(max(learner), '') from ${retentionCursors}
      where clock = ${clock}) order by seen_at, id limit ${most}`
}

/** Moves the clock past those whom `nextAbsent` gives; the statement after those that use it. */
export function moveCursor(db: Database, clock: string, reach: { since: Date; most: number }) {
  return db.run(sql`insert into ${retentionCursors} (clock, seen_at, learner)
    select ${clock}, seen_at, id from ${users} where id in (${nextAbsent(clock, reach)})
    order by seen_at desc, id desc limit 1
    on conflict do update set seen_at = excluded.seen_at, learner = excluded.learner`)
}
