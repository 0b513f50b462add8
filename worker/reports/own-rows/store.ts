import { eq, type SQL, sql } from 'drizzle-orm'

import { emailsOf } from '../../accounts/store.ts'
import type { Database } from '../../db/client.ts'
import { users } from '../../db/schema/accounts.ts'
import { kept } from '../../retention/kept.ts'

interface Own {
  learner: string
  /** The account's pseudonyms on its kept forms. */
  whos: readonly string[]
}

/** Which rows of a table are somebody's own; test/unit/retention/own-rows.test.ts asks for one of each that is kept. Only those are read. */
function conditionsOf({ learner, whos }: Own) {
  const byLearner = sql`learner = ${learner}`
  const byUser = sql`user_id = ${learner}`
  const ofAward = sql`award in (select id from awards where learner = ${learner})`
  const stays = sql`(select id from memberships where learner = ${learner})`
  return {
    users: sql`id = ${learner}`,
    addresses: byUser,
    logins: byUser,
    grants: byUser,
    mail_consents: byLearner,
    absences: byLearner,
    lesson_completions: byLearner,
    course_completions: byLearner,
    course_starts: byLearner,
    attempts: byLearner,
    submissions: byLearner,
    remarkings: byLearner,
    answers: byLearner,
    latest_answers: byLearner,
    awards: byLearner,
    credentials: ofAward,
    reissues: ofAward,
    memberships: byLearner,
    earlier_shares: sql`membership in ${stays}`,
    company_events: sql`member in ${stays}`,
    invitations: sql`created_by = ${learner}`,
    codes: sql`(account = ${learner} or email in (${emailsOf(learner)}))`,
    removed_addresses: byUser,
    mails: sql`(owner = ${learner} or recipient in (${emailsOf(learner)}))`,
    bounces: sql`email in (${emailsOf(learner)})`,
    sessions: byUser,
    account_mergers: byLearner,
    earlier_sights: sql`membership in ${stays}`,
    team_managers: sql`membership in ${stays}`,
    audit_entries: sql`(actor in ${stays} or subject in ${stays})`,
    passkeys: byUser,
    recovery_codes: byUser,
    kept_forms: sql`who in (select value from json_each(${JSON.stringify(whos)}))`,
  } satisfies Record<string, SQL>
}

const keptTables = new Set(Object.values(kept).flatMap(({ tables }) => tables as readonly string[]))

/** How many rows of each table are somebody's, when they were last here, and the last days of what has one. */
export function selectOwnRows(db: Database, own: Own) {
  const conditions = Object.entries(conditionsOf(own)).filter(([table]) => keptTables.has(table))
  const last = (table: string, column: string, where: SQL) =>
    sql<number | null>`(select max(${sql.raw(column)}) from ${sql.raw(table)} where ${where})`
  return db
    .select({
      seenAt: users.seenAt,
      invitationsUntil: last('invitations', 'expires_at', sql`created_by = ${own.learner}`),
      removedUntil: last('removed_addresses', 'until', sql`user_id = ${own.learner}`),
      counts: sql`json_object(${sql.join(
        conditions.map(([table, where]) => sql`${table}, (select count(*) from ${sql.raw(table)} where ${where})`),
        sql`, `,
      )})`.mapWith((stored: string) => JSON.parse(stored) as Record<string, number>),
    })
    .from(users)
    .where(eq(users.id, own.learner))
}

export type OwnRows = Awaited<ReturnType<typeof selectOwnRows>>[number]
