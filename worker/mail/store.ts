import { and, desc, eq, gt, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { mails } from '../db/schema/mail.ts'
import { leaseMs, mailsPerRun } from './rules.ts'

export type StoredMail = typeof mails.$inferSelect

const blank = { subject: '', body: '' }

export function insertMail(db: Database, mail: typeof mails.$inferInsert) {
  return db.insert(mails).values(mail)
}

export interface MailToMany {
  /** With a recipient's `id` it names the mail: written twice it is sent once. */
  id: string
  /** Rows of `id` and `email`, from the database itself. */
  recipients: SQL
  texts: Record<'sv' | 'en', { subject: string; text: string }>
  /** The language of whoever was never written to. */
  locale: 'sv' | 'en'
  now: Date
  expiresAt: Date
}

/** One mail to each recipient, in the language of the mail they had last; a statement for the batch of what caused it. */
export function insertMailToMany(db: Database, { id, recipients, texts, locale, now, expiresAt }: MailToMany) {
  const { sv, en } = texts
  return db.run(sql`insert into ${mails} (id, recipient, subject, body, locale, created_at, expires_at, due_at)
    select ${`${id}-`} || r.id, r.email, iif(r.locale = 'sv', ${sv.subject}, ${en.subject}),
      iif(r.locale = 'sv', ${sv.text}, ${en.text}), r.locale, ${now.getTime()}, ${expiresAt.getTime()}, ${now.getTime()}
    from (select p.id, p.email, coalesce((select m.locale from ${mails} m where m.recipient = p.email
      order by m.created_at desc limit 1), ${locale}) as locale from (${recipients}) p) r
    where true on conflict do nothing`)
}

/** One mail for each `email` of a query, with an id of its own. */
export function insertMails(
  db: Database,
  recipients: SQL,
  mail: Omit<typeof mails.$inferInsert, 'id' | 'recipient'> & { isLast: boolean },
) {
  const { subject, body, locale, createdAt, expiresAt, dueAt, isLast } = mail
  return db.run(sql`insert into ${mails} (id, recipient, subject, body, locale, created_at, expires_at, due_at, is_last)
    select lower(hex(randomblob(16))), email, ${subject}, ${body}, ${locale}, ${createdAt.getTime()},
      ${expiresAt.getTime()}, ${dueAt.getTime()}, ${isLast} from (${recipients})`)
}

/**
 * Takes mails that are due, for this sender alone: their due time moves past the lease in the same statement that
 * reads them, so that two runs at once never hold the same mail.
 */
export function leaseMails(db: Database, now: Date) {
  const due = and(isNull(mails.sentAt), lte(mails.dueAt, now), gt(mails.expiresAt, now))
  return db
    .update(mails)
    .set({ dueAt: new Date(now.getTime() + leaseMs), tries: sql`${mails.tries} + 1` })
    .where(
      inArray(mails.id, db.select({ id: mails.id }).from(mails).where(due).orderBy(mails.dueAt).limit(mailsPerRun)),
    )
    .returning()
}

/** Statements for a mail that is on its way: a last one leaves no row. */
export function recordSent(db: Database, id: string, now: Date) {
  return [
    db
      .update(mails)
      .set({ sentAt: now, ...blank })
      .where(eq(mails.id, id)),
    db.delete(mails).where(and(eq(mails.id, id), eq(mails.isLast, true))),
  ]
}

export function postpone(db: Database, id: string, dueAt: Date) {
  return [
    db
      .update(mails)
      .set({ dueAt })
      .where(and(eq(mails.id, id), isNull(mails.sentAt))),
  ]
}

export function blankExpired(db: Database, now: Date) {
  return db
    .update(mails)
    .set(blank)
    .where(and(lte(mails.expiresAt, now), ne(mails.body, '')))
}

export function deleteOld(db: Database, expiredBefore: Date, now: Date) {
  const isOverLast = and(eq(mails.isLast, true), lte(mails.expiresAt, now))
  return db.delete(mails).where(or(lte(mails.expiresAt, expiredBefore), isOverLast))
}

/** Forgets every mail to these addresses, which a query gives, the ones that still wait among them. */
export function deleteMailsTo(db: Database, emails: SQL) {
  return db.run(sql`delete from ${mails} where recipient in ${emails}`)
}

/** What lies in the outbox to be read, newest first. */
export function selectOutbox(db: Database, now: Date) {
  return db
    .select({ id: mails.id, to: mails.recipient, subject: mails.subject, text: mails.body, at: mails.createdAt })
    .from(mails)
    .where(and(gt(mails.expiresAt, now), ne(mails.body, '')))
    .orderBy(desc(mails.createdAt), desc(sql`rowid`))
    .limit(200)
}
