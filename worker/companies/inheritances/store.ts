import { and, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Database } from '../../db/client.ts'
import { companies, memberships } from '../../db/schema/companies.ts'

/** A company whose only owner is about to go while others stay: who inherits it, or nobody, and then it closes. */
export type Inheritance = Awaited<ReturnType<typeof selectInheritances>>[number]

/** The companies whose only owner is `learner`, and that have others in them. The heir is the one that the schema's trigger takes. */
export function selectInheritances(db: Database, learner: string) {
  const h = alias(memberships, 'h')
  const o = alias(memberships, 'o')
  const others = sql`select 1 from ${memberships} o where ${o.company} = ${companies.id} and ${o.leftAt} is null
    and ${o.learner} <> ${memberships.learner}`
  return db
    .select({
      id: companies.id,
      name: companies.name,
      heir: sql<string | null>`(select ${h.name} from ${memberships} h
        where ${h.company} = ${companies.id} and ${h.leftAt} is null and ${h.role} = 'manager'
        order by ${h.joinedAt}, ${h.id} limit 1)`,
    })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .where(
      and(
        eq(memberships.learner, learner),
        eq(memberships.role, 'owner'),
        isNull(memberships.leftAt),
        sql`exists (${others})`,
        sql`not exists (${others} and ${o.role} = 'owner')`,
      ),
    )
    .orderBy(companies.name)
}
