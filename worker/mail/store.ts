import { and, desc, eq, gt, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'

import type { InBoth, Locale } from '../../formats/catalogue/catalogue.ts'
import { isReal } from '../accounts/no-address/store.ts'
import type { Database } from '../db/client.ts'
import { addresses, users } from '../db/schema/accounts.ts'
import { bounces, mailConsents, mails } from '../db/schema/mail.ts'
import { lanes, leaseMs } from './rules.ts'

export type StoredMail = typeof mails.$inferSelect
export type Bounce = typeof bounces.$inferSelect

const blank = { subject: '', body: '' }
/** Word for word as in the partial indexes, or they are not used. */
const hasWords = sql`${mails.body} <> ''`

interface MailToMany {
  id: string
  recipients: SQL
  words: InBoth<{ subject: string; text: string }>
  kind: string
  lane: number
  now: Date
  expiresAt: Date
}

/** One mail for each `id` and `email` of a query, in the person's language; none to an account without an address. */
export function insertMailToMany(db: Database, { recipients, locale, ...mail }: MailToMany & { locale: Locale }) {
  return insertWorded(
    db,
    mail,
    sql`select p.id, p.email, u.id as owner, coalesce(u.locale, ${locale}) as locale
      from (${recipients}) p left join ${users} u on u.id = coalesce(
        (select id from ${users} where email = p.email), (select user_id from ${addresses} where email = p.email))`,
  )
}

/** The same for letters: to accounts that said yes to the kind, and whose address does not bounce. */
export function insertLetters(db: Database, { recipients, ...mail }: MailToMany) {
  return insertWorded(
    db,
    mail,
    sql`select p.id, p.email, u.id as owner, coalesce(u.locale, 'sv') as locale
      from (${recipients}) p join ${users} u on u.id = p.id
      join ${mailConsents} c on c.learner = u.id and c.kind = ${mail.kind} and c.withdrawn_at is null
      where p.email not in (select email from ${bounces})`,
  )
}

function insertWorded(db: Database, mail: Omit<MailToMany, 'recipients'>, rows: SQL) {
  const { id, words, kind, lane, now, expiresAt } = mail
  const { sv, en } = words
  return db.run(sql`insert into ${mails}
      (id, recipient, owner, locale, subject, body, kind, lane, created_at, expires_at, due_at)
    select ${`${id}-`} || r.id, r.email, r.owner, r.locale, iif(r.locale = 'sv', ${sv.subject}, ${en.subject}),
      iif(r.locale = 'sv', ${sv.text}, ${en.text}), ${kind}, ${lane}, ${now.getTime()}, ${expiresAt.getTime()},
      ${now.getTime()}
    from (${rows}) r where ${isReal(sql`r.email`)} on conflict do nothing`)
}

/** One mail for each `email` of a query, with an id of its own; what the query calls `part` stands where `mark` does. */
export function insertMailOfEach(
  db: Database,
  recipients: SQL,
  mail: Omit<typeof mails.$inferInsert, 'id' | 'recipient' | 'owner'> & { mark: string },
) {
  const { subject, body, mark, locale, kind, lane, createdAt, expiresAt, dueAt } = mail
  return db.run(sql`insert into ${mails}
      (id, recipient, subject, body, locale, kind, lane, owner, created_at, expires_at, due_at)
    select lower(hex(randomblob(16))), p.email, ${subject}, replace(${body}, ${mark}, p.part), ${locale}, ${kind}, ${lane},
      coalesce((select id from ${users} where email = p.email), (select user_id from ${addresses} where email = p.email)),
      ${createdAt.getTime()}, ${expiresAt.getTime()}, ${dueAt.getTime()}
    from (${recipients}) p where ${isReal(sql`p.email`)}`)
}

/** One mail for each `email` of a query, with an id of its own; none to an account without an address. */
export function insertMails(
  db: Database,
  recipients: SQL,
  mail: Omit<typeof mails.$inferInsert, 'id' | 'recipient'> & { isLast: boolean },
) {
  const { subject, body, locale, kind, lane, owner = null, createdAt, expiresAt, dueAt, isLast } = mail
  return db.run(sql`insert into ${mails}
      (id, recipient, subject, body, locale, kind, lane, owner, created_at, expires_at, due_at, is_last)
    select lower(hex(randomblob(16))), email, ${subject}, ${body}, ${locale}, ${kind}, ${lane}, ${owner},
      ${createdAt.getTime()}, ${expiresAt.getTime()}, ${dueAt.getTime()}, ${isLast}
    from (${recipients}) where ${isReal(sql`email`)}`)
}

/**
 * Takes mails that are due, for this sender alone: their due time moves past the lease in the same statement that
 * reads them, so that two runs at once never hold the same mail. Each lane is looked at by itself, so that what lies in
 * one is never read on the way to another.
 */
export function leaseMails(db: Database, now: Date, { most, lastLane }: { most: number; lastLane: number }) {
  const inTurn = Object.values(lanes)
    .filter((lane) => lane <= lastLane)
    .map(
      (lane) => sql`select * from (select id, lane, due_at from ${mails}
        where lane = ${sql.raw(String(lane))} and due_at <= ${now.getTime()} and body <> '' and expires_at > ${now.getTime()}
        order by due_at limit ${most})`,
    )
  return db
    .update(mails)
    .set({ dueAt: new Date(now.getTime() + leaseMs), tries: sql`${mails.tries} + 1` })
    .where(
      sql`${mails.id} in (select id from (${sql.join(inTurn, sql` union all `)}) order by lane, due_at limit ${most})`,
    )
    .returning()
}

/** Statements for mails that are on their way: a last one leaves no row. */
export function recordSent(db: Database, ids: string[], now: Date) {
  return [
    db
      .update(mails)
      .set({ sentAt: now, ...blank })
      .where(inArray(mails.id, ids)),
    deleteLast(db, ids),
  ]
}

/** Statements for mails that are never taken. */
export function recordRefused(db: Database, ids: string[], now: Date) {
  return [
    db
      .update(mails)
      .set({ refusedAt: now, ...blank })
      .where(inArray(mails.id, ids)),
    deleteLast(db, ids),
  ]
}

function deleteLast(db: Database, ids: string[]) {
  return db.delete(mails).where(and(inArray(mails.id, ids), eq(mails.isLast, true)))
}

export function postpone(db: Database, ids: string[], dueAt: Date) {
  return db
    .update(mails)
    .set({ dueAt })
    .where(and(inArray(mails.id, ids), isNull(mails.sentAt)))
}

/** Of an account. What nobody has is not remembered: it may be whoever was erased, or a typing error. */
const isSomebodys = (email: SQL) =>
  sql`(${email} in (select email from ${users}) or ${email} in (select email from ${addresses}))`

/** Statements that remember addresses of accounts which mail does not reach, and forget the letters that wait for them. */
export function recordBounces(db: Database, emails: string[], { kind, day }: Pick<Bounce, 'kind' | 'day'>) {
  return [
    db.run(sql`insert into ${bounces} (email, kind, day) select value, ${kind}, ${day}
      from json_each(${JSON.stringify(emails)}) where ${isSomebodys(sql`value`)}
      on conflict do update set kind = excluded.kind, day = excluded.day`),
    db.delete(mails).where(and(inArray(mails.recipient, emails), eq(mails.lane, lanes.letters), hasWords)),
  ]
}

/** The same by the ids of mails that were taken and came back later. */
export function recordBouncesOf(db: Database, ids: string[], { kind, day }: Pick<Bounce, 'kind' | 'day'>) {
  const emails = sql`(select recipient from ${mails} where ${inArray(mails.id, ids)})`
  return [
    db.run(sql`insert into ${bounces} (email, kind, day) select distinct recipient, ${kind}, ${day} from ${mails}
      where ${inArray(mails.id, ids)} and ${isSomebodys(sql`recipient`)} on conflict do update set kind = excluded.kind, day = excluded.day`),
    db.delete(mails).where(and(sql`${mails.recipient} in ${emails}`, eq(mails.lane, lanes.letters), hasWords)),
  ]
}

/** What does not reach an account's addresses, which a query gives as `email`. */
export function selectBounces(db: Database, emails: SQL) {
  return db
    .select()
    .from(bounces)
    .where(sql`${bounces.email} in (${emails})`)
    .orderBy(bounces.email)
}

/** A query for an address that mail did not reach, as `email`, where a condition holds. */
export function selectBounceOf(email: string, where: SQL): SQL {
  return sql`select email from ${bounces} where email = ${email} and ${where}`
}

/** Forgets that mail did not reach an address, where a condition holds. */
export function deleteBounce(db: Database, email: string, where: SQL) {
  return db.delete(bounces).where(and(eq(bounces.email, email), where))
}

/** An address that has left its account by any way is forgotten here too. */
export function deleteBouncesOfNobody(db: Database) {
  return db.delete(bounces).where(sql`not ${isSomebodys(sql`${bounces.email}`)}`)
}

/** A yes to letters of a kind. */
export function giveConsent(db: Database, learner: string, kind: string, now: Date) {
  return db.run(sql`insert into ${mailConsents} (learner, kind, given_at)
    select id, ${kind}, ${now.getTime()} from ${users} where id = ${learner}
    on conflict do update set given_at = excluded.given_at, withdrawn_at = null where withdrawn_at is not null`)
}

/** Takes back a no that was said at a moment or after it: a slip of the finger, and no yes where there was none. */
export function undoWithdrawal(db: Database, learner: string, kind: string, since: Date) {
  return db
    .update(mailConsents)
    .set({ withdrawnAt: null })
    .where(and(eq(mailConsents.learner, learner), eq(mailConsents.kind, kind), gte(mailConsents.withdrawnAt, since)))
}

/** Statements that take it back: what waits is not sent any more. */
export function withdrawConsent(db: Database, learner: string, kind: string, now: Date) {
  return {
    withdrawn: db
      .update(mailConsents)
      .set({ withdrawnAt: now })
      .where(and(eq(mailConsents.learner, learner), eq(mailConsents.kind, kind), isNull(mailConsents.withdrawnAt))),
    forgotten: db.delete(mails).where(and(eq(mails.owner, learner), eq(mails.kind, kind), hasWords)),
  }
}

export function selectConsent(db: Database, learner: string, kind: string) {
  return db
    .select()
    .from(mailConsents)
    .where(and(eq(mailConsents.learner, learner), eq(mailConsents.kind, kind)))
}

export function blankExpired(db: Database, now: Date) {
  return db
    .update(mails)
    .set(blank)
    .where(and(lte(mails.expiresAt, now), hasWords))
}

/** Rows without words: as many as a run gets through beside all else; the next goes on. */
const mostForgotten = 20_000

export function deleteOld(db: Database, expiredBefore: Date, now: Date) {
  const isOverLast = and(eq(mails.isLast, true), lte(mails.expiresAt, now))
  const some = db
    .select({ id: mails.id })
    .from(mails)
    .where(or(lte(mails.expiresAt, expiredBefore), isOverLast))
    .limit(mostForgotten)
  return db.delete(mails).where(inArray(mails.id, some))
}

/** Statements that forget every mail to these addresses, which a query gives, the ones that still wait among them. */
export function deleteMailsTo(db: Database, emails: SQL) {
  return [
    db.run(sql`delete from ${mails} where recipient in ${emails}`),
    db.run(sql`delete from ${bounces} where email in ${emails}`),
  ] as const
}

/** What lies in the outbox to be read, newest first. */
export function selectOutbox(db: Database, now: Date) {
  return db
    .select({ id: mails.id, to: mails.recipient, subject: mails.subject, text: mails.body, at: mails.createdAt })
    .from(mails)
    .where(and(gt(mails.expiresAt, now), hasWords))
    .orderBy(desc(mails.createdAt), desc(sql`rowid`))
    .limit(200)
}
