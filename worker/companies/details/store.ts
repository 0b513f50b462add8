import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Database } from '../../db/client.ts'
import { companies, memberships } from '../../db/schema/companies.ts'
import { runs } from '../store.ts'
import type { Contact } from './rules.ts'

const v = alias(memberships, 'v')

export type CompanyDetails = Awaited<ReturnType<typeof selectDetails>>[number]

/** A company's details for those who run it, with the viewer's role; no row for anybody else. */
export function selectDetails(db: Database, company: string, viewer: string) {
  return db
    .select({
      id: companies.id,
      name: companies.name,
      municipality: companies.municipality,
      sector: companies.sector,
      size: companies.size,
      contactName: companies.contactName,
      contactReach: companies.contactReach,
      role: sql<'owner' | 'manager'>`${v.role}`,
    })
    .from(companies)
    .innerJoin(
      v,
      and(eq(v.company, companies.id), eq(v.learner, viewer), isNull(v.leftAt), inArray(v.role, ['owner', 'manager'])),
    )
    .where(eq(companies.id, company))
}

export type Details = Pick<CompanyDetails, 'name' | 'municipality' | 'sector' | 'size'>

/** Other details, by an owner; where they are the same nothing is changed. */
export function updateDetails(db: Database, company: string, details: Details & { by: string }) {
  const { by, name, municipality, sector, size } = details
  return db
    .update(companies)
    .set({ name, municipality, sector, size })
    .where(
      and(
        eq(companies.id, company),
        isNull(companies.closedAt),
        runs(company, by, 'owner'),
        sql`(${companies.name}, ${companies.municipality}, ${companies.sector}, ${companies.size})
          is not (${name}, ${municipality}, ${sector}, ${size})`,
      ),
    )
}

/** Another contact or none, by an owner or manager. */
export function updateContact(
  db: Database,
  company: string,
  { by, contact }: { by: string; contact?: Contact | undefined },
) {
  const { name, reach } = contact ?? { name: null, reach: null }
  return db
    .update(companies)
    .set({ contactName: name, contactReach: reach })
    .where(
      and(
        eq(companies.id, company),
        isNull(companies.closedAt),
        runs(company, by, 'owner', 'manager'),
        sql`(${companies.contactName}, ${companies.contactReach}) is not (${name}, ${reach})`,
      ),
    )
}

/** Whom to ask about AI in each of the companies that somebody belongs to, the first joined first: for members alone. */
export function selectContacts(db: Database, learner: string) {
  return db
    .select({
      company: companies.name,
      name: sql<string>`${companies.contactName}`,
      reach: sql<string>`${companies.contactReach}`,
    })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .where(
      and(
        eq(memberships.learner, learner),
        isNull(memberships.leftAt),
        isNotNull(companies.contactName),
        isNotNull(companies.contactReach),
      ),
    )
    .orderBy(memberships.joinedAt)
}
