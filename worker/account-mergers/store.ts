import { and, eq, inArray, isNull, sql } from 'drizzle-orm'

import { isReal } from '../accounts/no-address/store.ts'
import type { Database } from '../db/client.ts'
import { addresses, users } from '../db/schema/accounts.ts'
import { companies, memberships } from '../db/schema/companies.ts'

/** Statements that read what two accounts hold: how much of each kind, where they are members, what both have. */
export function selectHoldings(db: Database, both: readonly [string, string]) {
  const ids = sql`(${both[0]}, ${both[1]})`
  const count = (table: string) =>
    sql`(select count(*) from ${sql.raw(table)} t where t.learner = ${users}.id)`.mapWith(Number)
  return {
    accounts: db
      .select({
        id: users.id,
        createdAt: users.createdAt,
        lessons: count('lesson_completions'),
        courses: count('course_completions'),
        badges: count('awards'),
        tests: count('submissions'),
        answers: count('answers'),
      })
      .from(users)
      .where(inArray(users.id, [...both])),
    addresses: db
      .select({ email: users.email, account: users.id })
      .from(users)
      .where(and(inArray(users.id, [...both]), isReal(sql`${users.email}`)))
      .unionAll(
        db
          .select({ email: addresses.email, account: addresses.userId })
          .from(addresses)
          .where(inArray(addresses.userId, [...both])),
      ),
    memberships: db
      .select({
        company: memberships.company,
        name: companies.name,
        role: memberships.role,
        learner: memberships.learner,
      })
      .from(memberships)
      .innerJoin(companies, eq(companies.id, memberships.company))
      .where(and(inArray(memberships.learner, [...both]), isNull(memberships.leftAt)))
      .orderBy(memberships.joinedAt, memberships.id),
    twice: db
      .select({
        badges: sql`(select count(*) from awards a join awards b on b.badge = a.badge and b.same_as is null
          where a.learner = ${both[0]} and b.learner = ${both[1]} and a.same_as is null)`.mapWith(Number),
        courses: sql`(select count(*) from course_completions a join course_completions b on b.course = a.course
          where a.learner = ${both[0]} and b.learner = ${both[1]})`.mapWith(Number),
        openTests: sql`(select count(*) from attempts a join attempts b on b.course = a.course and b.closed_at is null
          where a.learner = ${both[0]} and b.learner = ${both[1]} and a.closed_at is null)`.mapWith(Number),
      })
      .from(sql`(select 1 where ${both[0]} in ${ids})`),
  }
}
