import { and, desc, eq, isNull, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { companies, memberships, terms } from '../../db/schema/companies.ts'
import { termsIn } from '../rules.ts'

/** What the sheet says of a company, for whoever belongs to it: the terms that hold for those who join now. */
export function selectInformation(db: Database, { company, viewer }: { company: string; viewer: string }) {
  return db
    .select({
      name: companies.name,
      contactName: companies.contactName,
      contactReach: companies.contactReach,
      version: terms.version,
      since: terms.at,
      courses: sql`${terms.courses}`.mapWith(termsIn),
    })
    .from(companies)
    .innerJoin(memberships, and(eq(memberships.company, companies.id), isNull(memberships.leftAt)))
    .innerJoin(terms, eq(terms.company, companies.id))
    .where(and(eq(companies.id, company), eq(memberships.learner, viewer)))
    .orderBy(desc(terms.version))
    .limit(1)
}
