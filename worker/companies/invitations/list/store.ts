import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../../db/client.ts'
import { addresses, users } from '../../../db/schema/accounts.ts'
import { companies, invitations, memberships, teams } from '../../../db/schema/companies.ts'
import { runs } from '../../store.ts'
import { most, mostSends, waitMs } from '../rules.ts'
import { type Inviting, isOpen, mailsOfAccount, mailsOfCompany, mayMailSoMany } from '../store.ts'

/** What is known in a company of addresses that are to be invited; nothing for whoever does not run it. */
export function selectKnown(
  db: Database,
  company: string,
  { learner, now, emails }: Inviting & { emails: readonly string[] },
) {
  const account = sql`coalesce((select id from ${users} where email = e.value),
    (select user_id from ${addresses} where email = e.value))`
  return db
    .select({
      email: sql<string>`e.value`,
      isOpen: sql`coalesce(k.open, 0)`.mapWith(Boolean),
      sentAt: sql<Date | null>`k.sent_at`.mapWith(invitations.sentAt),
      sends: sql`coalesce(k.sends, 0)`.mapWith(Number),
      isMember: sql`exists (select 1 from ${memberships} m where m.company = ${company} and m.left_at is null
        and m.learner = ${account})`.mapWith(Boolean),
    })
    .from(
      sql`json_each(${JSON.stringify(emails)}) e left join (select email, max(sent_at) as sent_at, sum(sends) as sends,
        max(${isOpen(now)}) as open from ${invitations} where company = ${company} and email is not null
        and expires_at > ${now.getTime()} group by email) k on k.email = e.value`,
    )
    .where(runs(company, learner, 'owner', 'manager'))
}

/** The domains that a company has invited to. */
export function selectDomains(db: Database, company: string) {
  return db
    .select({ domain: sql<string>`substr(email, instr(email, '@') + 1)`, count: sql<number>`count(*)` })
    .from(invitations)
    .where(and(eq(invitations.company, company), isNotNull(invitations.email)))
    .groupBy(sql`1`)
}

/** The names of a company's teams, for those who run it. */
export function selectTeamNames(db: Database, company: string, viewer: string) {
  return db
    .select({ name: teams.name })
    .from(teams)
    .where(and(eq(teams.company, company), runs(company, viewer, 'owner', 'manager')))
}

/** How much of each limit is used up. */
export function selectUsed(db: Database, company: string, { learner, now }: Inviting) {
  return db
    .select({
      open: openMails(company, now).mapWith(Number),
      mails: sql`max(${mailsOfCompany(company, now)}, ${mailsOfAccount(learner, now)})`.mapWith(Number),
    })
    .from(sql`(select 1)`)
}

function openMails(company: string, now: Date): SQL {
  return sql`(select count(*) from ${invitations} where company = ${company} and kind = 'mail' and ${isOpen(now)})`
}

/** So many more may be invited by this learner, now: asked by each statement of the batch that does it. */
function mayInvite(company: string, { learner, now }: Inviting, count: number): SQL {
  return sql`(${runs(company, learner, 'owner', 'manager')} and ${isGoingOn(company)}
    and ${openMails(company, now)} + ${count} <= ${most.open} and ${mayMailSoMany(company, { learner, now }, count)})`
}

export interface NewInvitation {
  code: string
  email: string
  name: string | null
  /** The key of its team's name. */
  team: string | null
}

interface NewInvitations extends Inviting {
  rows: readonly NewInvitation[]
  onBehalf: boolean
  expiresAt: Date
}

/** Teams that are not there yet, for `count` invitations that follow. */
export function recordTeams(
  db: Database,
  company: string,
  {
    learner,
    now,
    made,
    count,
  }: Inviting & { made: readonly { id: string; name: string; nameKey: string }[]; count: number },
) {
  return db.run(sql`insert into ${teams} (id, company, name, name_key, created_at)
    select json_extract(t.value, '$.id'), ${company}, json_extract(t.value, '$.name'),
      json_extract(t.value, '$.nameKey'), ${now.getTime()}
    from json_each(${JSON.stringify(made)}) t
    where ${mayInvite(company, { learner, now }, count)}
    on conflict do nothing`)
}

/** There is such a team: one of the same name may have been made meanwhile. */
export function isTeam(id: string): SQL {
  return sql`exists (select 1 from ${teams} where id = ${id})`
}

/**
 * Invitations to addresses, all or, where a limit says no, none. Nobody who is in or invited already. Whoever said no to
 * one that is still there, though it was withdrawn, has said no to the new one: it looks as open, and no mail goes.
 */
export function recordInvitations(
  db: Database,
  company: string,
  { learner, now, rows, onBehalf, expiresAt }: NewInvitations,
) {
  const at = now.getTime()
  const field = (name: string) => sql.raw(`json_extract(r.value, '$.${name}')`)
  const account = sql`coalesce((select id from ${users} where email = ${field('email')}),
    (select user_id from ${addresses} where email = ${field('email')}))`
  return db.run(sql`insert into ${invitations} (code, company, created_by, created_at, expires_at, uses_left, kind,
      email, name, team, on_behalf, sent_at, sends, declined_at)
    with earlier as materialized (select email, max(declined_at) as declined_at, max(sent_at) as sent_at,
      sum(sends) as sends from ${invitations} where company = ${company} and email is not null group by email)
    select ${field('code')}, ${company}, ${learner}, ${at}, ${expiresAt.getTime()}, 1, 'mail',
      ${field('email')}, ${field('name')},
      (select t.id from ${teams} t where t.company = ${company} and t.name_key = ${field('team')}),
      ${onBehalf ? 1 : 0}, ${at}, 1, e.declined_at
    from json_each(${JSON.stringify(rows)}) r left join earlier e on e.email = ${field('email')}
    where ${mayInvite(company, { learner, now }, rows.length)}
      and coalesce(e.sent_at, 0) <= ${at - waitMs} and coalesce(e.sends, 0) < ${mostSends}
      and not exists (select 1 from ${memberships} m where m.company = ${company} and m.left_at is null
        and m.learner = ${account})
    on conflict do nothing`)
}

/** What ran out makes room for a new one to the same address. */
export function dropExpired(db: Database, company: string, now: Date) {
  return db.run(sql`delete from ${invitations} where company = ${company} and expires_at <= ${now.getTime()}`)
}

function isGoingOn(company: string): SQL {
  return sql`exists (select 1 from ${companies} c where c.id = ${company} and c.closed_at is null
    and c.closes_at is null)`
}

/** Which of these codes are there: a list is taken as a whole, or not at all. */
export function selectMade(db: Database, codes: readonly string[]) {
  return db
    .select({ count: sql<number>`count(*)` })
    .from(invitations)
    .where(sql`code in (select value from json_each(${JSON.stringify(codes)}))`)
}

/** For the outbox: whom to mail which code, of those who have not said no. */
export function whomToMail(codes: readonly string[], now: Date): SQL {
  return sql`select email, code as part from ${invitations}
    where code in (select value from json_each(${JSON.stringify(codes)})) and kind = 'mail' and declined_at is null
      and sent_at = ${now.getTime()}`
}
