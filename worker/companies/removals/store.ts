import { and, eq, gt, isNotNull, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { companies, memberships } from '../../db/schema/companies.ts'
import { dropTicksOver, keepSightsOf } from '../sights/store.ts'
import { runs } from '../store.ts'
import { runsSomeTeam } from '../team-managers/store.ts'
import { isMember } from '../members/store.ts'

/** Statements that end somebody else's membership, by an owner or manager; an owner is removed by nobody. */
export function endMembership(
  db: Database,
  company: string,
  { member, by, now }: { member: string; by: string; now: Date },
) {
  const isRemovable = and(
    isMember(company, member),
    sql`${memberships.role} <> 'owner' and ${memberships.learner} <> ${by}`,
    runs(company, by, 'owner', 'manager'),
  )!
  return {
    sights: keepSightsOf(db, isRemovable),
    removed: db
      .update(memberships)
      .set({
        leftAt: now,
        removedBy: sql`(select v.id from ${memberships} v where v.company = ${company} and v.learner = ${by}
          and v.left_at is null)`,
      })
      .where(isRemovable)
      .returning({ id: memberships.id }),
  }
}

/** True once somebody was removed at this moment: for use after it in the same batch. */
export function wasRemovedAt(company: string, member: string, now: Date): SQL {
  return sql`exists (select 1 from ${memberships} w where w.company = ${company} and w.id = ${member}
    and w.left_at = ${now.getTime()} and w.removed_by is not null)`
}

/** Members removed since a moment who have not come back, for those who may put them back. */
export function selectRemoved(db: Database, company: string, { viewer, since }: { viewer: string; since: Date }) {
  return db
    .select({ id: memberships.id, name: memberships.name })
    .from(memberships)
    .where(and(isRemoved(company, since), mayPutBack(company, viewer)))
    .orderBy(memberships.leftAt)
    .limit(50)
}

/** A membership that was ended by somebody else, for those who may put it back. */
export function selectRemovedBy(db: Database, company: string, { member, viewer }: { member: string; viewer: string }) {
  return db
    .select({ company: companies.name, removedAt: sql<number>`${memberships.leftAt}` })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .where(
      and(
        eq(memberships.company, company),
        eq(memberships.id, member),
        isNotNull(memberships.removedBy),
        mayPutBack(company, viewer),
      ),
    )
}

/**
 * Statements that undo a removal: the same membership goes on, with what it showed when it ended. What was done in between
 * is earlier.
 */
export function restoreMembership(
  db: Database,
  company: string,
  { member, by, since, now }: { member: string; by: string; since: Date; now: Date },
) {
  const isBack = and(eq(memberships.id, member), isRemoved(company, since), mayPutBack(company, by))!
  return {
    unticked: dropTicksOver(db, isBack),
    restored: db
      .update(memberships)
      .set({ leftAt: null, removedBy: null, seenFrom: now })
      .where(isBack)
      .returning({ id: memberships.id }),
  }
}

/**
 * Owners put back whom they like. A manager does not where the role comes back that only an owner gives, unless it was
 * their own removal.
 */
function mayPutBack(company: string, by: string): SQL {
  return sql`(${runs(company, by, 'owner')} or (${runs(company, by, 'manager')} and (
    (${memberships.role} = 'member' and not ${runsSomeTeam(sql`${memberships}`)}) or ${memberships.removedBy} = (select v.id from ${memberships} v where v.company = ${company} and v.learner = ${by}
      and v.left_at is null))))`
}

function isRemoved(company: string, since: Date): SQL | undefined {
  return and(
    eq(memberships.company, company),
    isNotNull(memberships.removedBy),
    gt(memberships.leftAt, since),
    // Whoever came back since, and perhaps left again, is not put back.
    sql`not exists (select 1 from ${memberships} o where o.company = ${company} and o.learner = ${memberships.learner}
      and o.id <> ${memberships.id} and (o.left_at is null or o.left_at >= ${memberships.leftAt}))`,
  )
}

/** Recipients for a mail, `id` and `email`: who was removed just now. */
export function whoWasRemoved(member: string, now: Date): SQL {
  return sql`select m.id, u.email from ${memberships} m join users u on u.id = m.learner
    where m.id = ${member} and m.left_at = ${now.getTime()} and m.removed_by is not null`
}
