import { and, asc, count, eq, isNull, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { companies, memberships, terms } from '../../db/schema/companies.ts'
import { termsIn, type Terms } from '../rules.ts'
import { runs } from '../store.ts'

/** The company's name, for one of its owners; no row for anybody else. */
export function selectOwned(db: Database, company: string, owner: string) {
  return db
    .select({ name: companies.name })
    .from(companies)
    .where(and(eq(companies.id, company), runs(company, owner, 'owner')))
}

/** All versions of a company's terms, for one of its owners. */
export function selectVersions(db: Database, company: string, owner: string) {
  return db
    .select({ version: terms.version, courses: sql`${terms.courses}`.mapWith(termsIn), at: terms.at })
    .from(terms)
    .where(and(eq(terms.company, company), runs(company, owner, 'owner')))
    .orderBy(asc(terms.version))
}

/** How many members accepted which version, for one of the owners. */
export function selectAccepted(db: Database, company: string, owner: string) {
  return db
    .select({ version: memberships.termsVersion, members: count() })
    .from(memberships)
    .where(and(eq(memberships.company, company), isNull(memberships.leftAt), runs(company, owner, 'owner')))
    .groupBy(memberships.termsVersion)
}

export interface NewVersion {
  company: string
  owner: string
  /** The one that it follows. */
  after: number
  courses: Terms
  now: Date
}

/** A new version, by an owner, if none was made meanwhile. */
export function insertVersion(db: Database, { company, owner, after, courses, now }: NewVersion) {
  return db.run(sql`insert into ${terms} (company, version, courses, at)
    select ${company}, ${after + 1}, ${JSON.stringify(courses)}, ${now.getTime()}
    where ${after} = (select max(n.version) from ${terms} n where n.company = ${company}) and ${runs(company, owner, 'owner')}
    on conflict do nothing`)
}

/** A row when it was. */
export function selectMade(db: Database, made: NewVersion) {
  return db
    .select({ version: terms.version })
    .from(terms)
    .where(and(eq(terms.company, made.company), eq(terms.version, made.after + 1), isMade(made)))
}

/** A condition: the version just made is this one, and not one of somebody who was quicker. */
function isMade({ company, after, courses, now }: NewVersion): SQL {
  return sql`exists (select 1 from ${terms} n where n.company = ${company} and n.version = ${after + 1}
    and n.at = ${now.getTime()} and n.courses = ${JSON.stringify(courses)})`
}

/** The owner who makes a version says yes to it by the same press. */
export function acceptOwn(db: Database, made: NewVersion) {
  return db
    .update(memberships)
    .set({ termsVersion: made.after + 1, termsAt: made.now, declinedTerms: null })
    .where(and(isOwn(made.company, made.owner), isMade(made)))
}

/** Recipients of a mail, `id` and `email`: the other members who accepted one of these versions. */
export function whoIsAsked(made: NewVersion, versions: readonly number[]): SQL {
  return sql`select m.id, u.email from ${memberships} m join users u on u.id = m.learner
    where m.company = ${made.company} and m.left_at is null and m.learner <> ${made.owner}
      and m.terms_version in (select value from json_each(${JSON.stringify(versions)})) and ${isMade(made)}`
}

export interface Answer {
  company: string
  learner: string
  version: number
  now: Date
}

/** Somebody's yes to the newest terms. */
export function acceptTerms(db: Database, { now, ...answer }: Answer) {
  return db
    .update(memberships)
    .set({ termsVersion: answer.version, termsAt: now, declinedTerms: null })
    .where(isAsked(answer))
    .returning({ id: memberships.id })
}

/** Somebody's no to them: what is shared stays as it is, and they are not asked again. */
export function declineTerms(db: Database, answer: Omit<Answer, 'now'>) {
  return db
    .update(memberships)
    .set({ declinedTerms: answer.version })
    .where(isAsked(answer))
    .returning({ id: memberships.id })
}

function isAsked({ company, learner, version }: Omit<Answer, 'now'>): SQL | undefined {
  return and(
    isOwn(company, learner),
    sql`${memberships.termsVersion} < ${version}`,
    sql`${version} = (select max(n.version) from ${terms} n where n.company = ${company})`,
  )
}

function isOwn(company: string, learner: string): SQL | undefined {
  return and(eq(memberships.company, company), eq(memberships.learner, learner), isNull(memberships.leftAt))
}
