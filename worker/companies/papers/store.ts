import { and, asc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { recoveryCodes, users } from '../../db/schema/accounts.ts'
import { companies, invitations, memberships, teams } from '../../db/schema/companies.ts'
import { isMakerThere, runs } from '../store.ts'
import { mostOpen } from './rules.ts'

interface NewPapers {
  papers: { code: string; name: string }[]
  team: string | undefined
  onBehalf: boolean
  learner: string
  now: Date
  expiresAt: Date
}

/**
 * Paper invitations by somebody who runs the company, one for each name that has none open: pressed twice, nobody has
 * two. All or none of them: not more than may be open, and none into a team that is none of the company's.
 */
export function recordPapers(
  db: Database,
  company: string,
  { papers, team, onBehalf, learner, now, expiresAt }: NewPapers,
) {
  const open = sql`o.company = ${company} and o.kind = 'paper' and o.used_at is null and o.revoked_at is null
    and o.expires_at > ${now.getTime()}`
  return db.run(sql`insert into ${invitations}
      (code, company, created_by, created_at, expires_at, uses_left, kind, name, team, on_behalf)
    select p.value ->> 'code', c.id, ${learner}, ${now.getTime()}, ${expiresAt.getTime()}, 1, 'paper',
      p.value ->> 'name', (select id from ${teams} where id = ${team ?? null} and company = c.id), ${onBehalf ? 1 : 0}
    from ${companies} c, json_each(${JSON.stringify(papers)}) p
    where c.id = ${company} and c.closed_at is null and c.closes_at is null
      and ${runs(company, learner, 'owner', 'manager')}
      and (${team ?? null} is null or exists (select 1 from ${teams} where id = ${team ?? null} and company = c.id))
      and (select count(*) from ${invitations} o where ${open}) + ${papers.length} <= ${mostOpen}
      and not exists (select 1 from ${invitations} o where ${open} and o.name = p.value ->> 'name')`)
}

/** Open paper invitations of a company, for who runs it; `madeAt`: those of one list. */
export function selectPapers(
  db: Database,
  company: string,
  { learner, now, madeAt }: { learner: string; now: Date; madeAt?: Date | undefined },
) {
  const { code, name, expiresAt, createdAt } = invitations
  return db
    .select({ code, name, expiresAt, createdAt })
    .from(invitations)
    .where(
      and(
        eq(invitations.company, company),
        eq(invitations.kind, 'paper'),
        isNull(invitations.usedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
        isMakerThere,
        madeAt && eq(invitations.createdAt, madeAt),
        runs(company, learner, 'owner', 'manager'),
      ),
    )
    .orderBy(asc(invitations.createdAt), sql`rowid`)
    .limit(mostOpen)
}

/** The company with its teams, for who runs it. */
export function selectInviting(db: Database, company: string, learner: string) {
  const isRun = runs(company, learner, 'owner', 'manager')
  return {
    companies: db
      .select({ name: companies.name })
      .from(companies)
      .where(and(eq(companies.id, company), isNull(companies.closedAt), isRun)),
    teams: db
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .where(and(eq(teams.company, company), isRun))
      .orderBy(teams.nameKey),
  }
}

/** Takes back a paper invitation that nobody has used, by who runs the company. */
export function withdrawPaper(
  db: Database,
  company: string,
  { code, learner, now }: { code: string; learner: string; now: Date },
) {
  return db
    .update(invitations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitations.code, code),
        eq(invitations.company, company),
        eq(invitations.kind, 'paper'),
        isNull(invitations.usedAt),
        isNull(invitations.revokedAt),
        runs(company, learner, 'owner', 'manager'),
      ),
    )
}

/** Holds for a paper invitation that can be used now. */
export function isLivePaper(code: string, now: Date): SQL {
  return sql`exists (select 1 from ${invitations} join ${companies} c on c.id = ${invitations.company}
    where ${invitations.code} = ${code} and kind = 'paper' and used_at is null and revoked_at is null
      and expires_at > ${now.getTime()} and uses_left > 0 and ${isMakerThere}
      and c.closed_at is null and c.closes_at is null)`
}

/** The account that a paper invitation has made, with its card as long as nobody said that it is kept. */
export function selectMadeBy(db: Database, code: string) {
  return db
    .select({
      user: users,
      company: memberships.company,
      card: { codeHash: recoveryCodes.codeHash, createdAt: recoveryCodes.createdAt },
    })
    .from(invitations)
    .innerJoin(memberships, eq(memberships.id, invitations.membership))
    .innerJoin(users, eq(users.id, memberships.learner))
    .innerJoin(recoveryCodes, and(eq(recoveryCodes.userId, users.id), isNull(recoveryCodes.confirmedAt)))
    .where(
      and(
        eq(invitations.code, code),
        eq(invitations.kind, 'paper'),
        // An account that was there before it joined was made by nobody's paper.
        eq(memberships.joinedAt, users.createdAt),
        isNull(memberships.leftAt),
      ),
    )
}
