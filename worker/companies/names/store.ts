import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { companies, memberships } from '../../db/schema/companies.ts'
import { runs } from '../store.ts'

interface NewName {
  company: string
  name: string
  nameKey: string
}

/** Corrects a member's name, by those who run the company, where `when` holds. What its bearer wrote is kept, to be put back. */
export function correctName(
  db: Database,
  {
    company,
    name,
    nameKey,
    member,
    by,
    now,
    when,
  }: NewName & {
    member: string
    by: string
    now: Date
    when?: SQL | undefined
  },
) {
  const own = sql`coalesce(${memberships.ownName}, ${memberships.name})`
  const isOwn = sql`${memberships.learner} = ${by} or ${own} = ${name}`
  return db
    .update(memberships)
    .set({
      name,
      nameKey,
      ownName: sql`iif(${isOwn}, null, ${own})`,
      namedBy: sql`iif(${isOwn}, null, (select w.id from ${memberships} w where w.company = ${company}
        and w.learner = ${by} and w.left_at is null))`,
      namedAt: sql`iif(${isOwn}, null, ${now.getTime()})`,
    })
    .where(
      and(
        eq(memberships.company, company),
        eq(memberships.id, member),
        isNull(memberships.leftAt),
        sql`${memberships.name} <> ${name}`,
        runs(company, by, 'owner', 'manager'),
        when,
      ),
    )
}

/** Recipients of a mail, `id` and `email`: the member whose name somebody else corrected just now. */
export function whoWasNamed(member: string, now: Date): SQL {
  return sql`select m.id, u.email from ${memberships} m join users u on u.id = m.learner
    where m.id = ${member} and m.named_at = ${now.getTime()}`
}

/** Somebody's own name in a company, and the name as they wrote it, where another was put in its place. */
export function selectOwnName(db: Database, company: string, learner: string) {
  return db
    .select({ company: companies.name, name: memberships.name, ownName: memberships.ownName })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .where(isOwn(company, learner))
}

/** The name that its bearer writes. */
export function setOwnName(db: Database, learner: string, { company, name, nameKey }: NewName) {
  return db
    .update(memberships)
    .set({ name, nameKey, ownName: null, namedBy: null, namedAt: null })
    .where(and(isOwn(company, learner), sql`(${memberships.name} <> ${name} or ${memberships.ownName} is not null)`))
}

function isOwn(company: string, learner: string): SQL | undefined {
  return and(eq(memberships.company, company), eq(memberships.learner, learner), isNull(memberships.leftAt))
}
