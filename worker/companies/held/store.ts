import { and, eq, isNull, or, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import {
  auditEntries,
  companies,
  companyEvents,
  earlierShares,
  earlierSights,
  invitations,
  memberships,
  teamManagers,
  teams,
  terms,
} from '../../db/schema/companies.ts'
import { heldOpenings } from '../openings/store.ts'
import { termsIn } from '../rules.ts'
import { sharedCourses } from '../shared-courses/store.ts'

/** Statements that read what companies hold about somebody, by what each is called in the document for them. Nobody else's name. */
export function heldInCompanies(db: Database, learner: string) {
  return {
    companies: heldMemberships(db, learner),
    'earlier courses shown': db
      .select({ company: companies.name, course: earlierShares.course, at: earlierShares.at })
      .from(earlierShares)
      .innerJoin(memberships, eq(memberships.id, earlierShares.membership))
      .innerJoin(companies, eq(companies.id, memberships.company))
      .where(eq(memberships.learner, learner))
      .orderBy(earlierShares.at),
    'seen by companies when two accounts became one': db
      .select({
        company: companies.name,
        course: earlierSights.course,
        doneDay: earlierSights.doneDay,
        badge: earlierSights.award,
      })
      .from(earlierSights)
      .innerJoin(memberships, eq(memberships.id, earlierSights.membership))
      .innerJoin(companies, eq(companies.id, memberships.company))
      .where(eq(memberships.learner, learner))
      .orderBy(earlierSights.course),
    'invitations made': invitationsBy(db, learner),
    'offers to come along into another company': heldOffers(db, learner),
    'invitations to you': invitedTo(db, learner),
    'teams run': db
      .select({ company: companies.name, team: teams.name })
      .from(teamManagers)
      .innerJoin(memberships, eq(memberships.id, teamManagers.membership))
      .innerJoin(teams, eq(teams.id, teamManagers.team))
      .innerJoin(companies, eq(companies.id, memberships.company))
      .where(and(eq(memberships.learner, learner), isNull(memberships.leftAt)))
      .orderBy(teams.nameKey),
    'ownership that came by itself': db
      .select({ company: companies.name, kind: companyEvents.kind, at: companyEvents.at, toldAt: companyEvents.toldAt })
      .from(companyEvents)
      .innerJoin(memberships, eq(memberships.id, companyEvents.member))
      .innerJoin(companies, eq(companies.id, companyEvents.company))
      .where(eq(memberships.learner, learner))
      .orderBy(companyEvents.at),
    'entries in companies’ logs': heldEntries(db, learner),
    ...heldOpenings(db, learner),
  }
}

/** Offers of a company that another is merged into. */
function heldOffers(db: Database, learner: string) {
  return db
    .select({
      company: companies.name,
      kind: invitations.kind,
      onBehalf: invitations.onBehalf,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      declinedAt: invitations.declinedAt,
      usedAt: invitations.usedAt,
    })
    .from(invitations)
    .innerJoin(memberships, eq(memberships.id, invitations.membership))
    .innerJoin(companies, eq(companies.id, invitations.company))
    .where(and(eq(memberships.learner, learner), eq(invitations.kind, 'merge')))
    .orderBy(invitations.createdAt)
}

/** What stands in the logs of companies that somebody did, or that was done to them. */
function heldEntries(db: Database, learner: string) {
  return db
    .select({
      company: companies.name,
      action: auditEntries.action,
      wasYou: sql`${auditEntries.actor} = ${memberships.id}`.mapWith(Boolean),
      /** From short lists: a role, a reason, a number. */
      facts: sql<string>`${auditEntries.facts}`,
      at: auditEntries.at,
      isDayOnly: auditEntries.isDayOnly,
    })
    .from(auditEntries)
    .innerJoin(memberships, or(eq(memberships.id, auditEntries.actor), eq(memberships.id, auditEntries.subject)))
    .innerJoin(companies, eq(companies.id, auditEntries.company))
    .where(eq(memberships.learner, learner))
    .orderBy(auditEntries.id)
}

/** Those to an address of theirs, as whoever invited wrote it, and those that they came by. */
function invitedTo(db: Database, learner: string) {
  const isTheirs = sql`${invitations.email} in (select email from users where id = ${learner}
    union all select email from addresses where user_id = ${learner})`
  const cameBy = sql`${invitations.membership} in (select id from ${memberships} where learner = ${learner})
    and ${invitations.kind} is not 'merge'`
  return db
    .select({
      company: companies.name,
      email: invitations.email,
      name: invitations.name,
      team: teams.name,
      onBehalf: invitations.onBehalf,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      revokedAt: invitations.revokedAt,
      sentAt: invitations.sentAt,
      sends: invitations.sends,
      declinedAt: invitations.declinedAt,
      usedAt: invitations.usedAt,
    })
    .from(invitations)
    .innerJoin(companies, eq(companies.id, invitations.company))
    .leftJoin(teams, eq(teams.id, invitations.team))
    .where(or(isTheirs, cameBy))
    .orderBy(invitations.createdAt)
}

function invitationsBy(db: Database, learner: string) {
  return db
    .select({
      company: companies.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      revokedAt: invitations.revokedAt,
      usesLeft: invitations.usesLeft,
      uses: invitations.uses,
      kind: invitations.kind,
      onBehalf: invitations.onBehalf,
    })
    .from(invitations)
    .innerJoin(companies, eq(companies.id, invitations.company))
    .where(eq(invitations.createdBy, learner))
    .orderBy(invitations.createdAt)
}

function heldMemberships(db: Database, learner: string) {
  return db
    .select({
      company: companies.name,
      role: memberships.role,
      nameThere: memberships.name,
      joinedAt: memberships.joinedAt,
      leftAt: memberships.leftAt,
      endedWithTheCompany: memberships.closedWith,
      seenFrom: memberships.seenFrom,
      wasRemoved: sql`${memberships.removedBy} is not null`.mapWith(Boolean),
      isOnBehalf: memberships.onBehalf,
      ownNameThere: memberships.ownName,
      nameCorrectedAt: memberships.namedAt,
      termsAccepted: memberships.termsVersion,
      termsAcceptedAt: memberships.termsAt,
      termsDeclined: memberships.declinedTerms,
      team: teams.name,
      companyClosesAt: companies.closesAt,
      companyClosedAt: companies.closedAt,
      /** Course ids, or `all`. */
      coursesShown: sharedCourses(memberships, terms.courses).mapWith(termsIn),
    })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .innerJoin(terms, and(eq(terms.company, memberships.company), eq(terms.version, memberships.termsVersion)))
    .leftJoin(teams, eq(teams.id, memberships.team))
    .where(eq(memberships.learner, learner))
    .orderBy(memberships.joinedAt)
}
