import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../../db/client.ts'
import { companies, invitations, memberships } from '../../../db/schema/companies.ts'
import { live, runs } from '../../store.ts'
import { countedSince, most } from '../rules.ts'

interface NewCode {
  code: string
  learner: string
  now: Date
  expiresAt: Date
  /** null: for the whole team. */
  uses: number | null
  /** Only where this holds. */
  when?: SQL
  /** The link before ends also where the day's codes leave no room for a new one. */
  endsAnyway?: boolean
}

/** A new code by somebody who runs the company. One for the whole team replaces the one before. */
export function recordInvitation(
  db: Database,
  company: string,
  { code, learner, now, expiresAt, uses, when = sql`true`, endsAnyway = false }: NewCode,
) {
  return {
    replaced: db.run(sql`update ${invitations} set revoked_at = ${now.getTime()}
      where company = ${company} and revoked_at is null and uses_left is null and kind is null and ${uses === null ? 1 : 0} = 1
        and ${runs(company, learner, 'owner', 'manager')} and ${when}
        and (${endsAnyway ? 1 : 0} = 1 or ${mayMakeCode(company, learner, now)})`),
    recorded: db.run(sql`insert into ${invitations} (code, company, created_by, created_at, expires_at, uses_left)
      select ${code}, ${company}, ${learner}, ${now.getTime()}, ${expiresAt.getTime()}, ${uses}
      where ${runs(company, learner, 'owner', 'manager')} and ${mayMakeCode(company, learner, now)} and ${when}`),
    runs: db.select({ isTrue: runs(company, learner, 'owner', 'manager').mapWith(Boolean) }).from(sql`(select 1)`),
    codes: db.select({ code: invitations.code }).from(invitations).where(eq(invitations.code, code)),
  }
}

/** Whether the company's and the account's codes of a day leave room for one more: by the companies that it knows. */
function mayMakeCode(company: string, learner: string, now: Date): SQL {
  const isOfDay = sql`kind is null and created_at > ${countedSince(now).getTime()}`
  return sql`((select count(*) from ${invitations} where company = ${company} and ${isOfDay}) < ${most.codes}
    and (select count(*) from ${invitations} where created_by = ${learner} and ${isOfDay}
      and company in (select company from ${memberships} where learner = ${learner})) < ${most.codes})`
}

/** A live code for one person, of this company, for somebody who runs it. */
export function selectSingleInvitation(
  db: Database,
  company: string,
  { code, learner, now }: { code: string; learner: string; now: Date },
) {
  return db
    .select({ code: invitations.code, company: companies.name, expiresAt: invitations.expiresAt })
    .from(invitations)
    .innerJoin(companies, eq(companies.id, invitations.company))
    .where(
      and(
        eq(invitations.code, code),
        eq(invitations.company, company),
        isNotNull(invitations.usesLeft),
        live(now),
        runs(company, learner, 'owner', 'manager'),
      ),
    )
}
