import { and, desc, eq, isNull, lt, lte, ne, type SQL, sql } from 'drizzle-orm'

import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { Database } from '../../db/client.ts'
import { addresses, type codePurposes, codes, users } from '../../db/schema/accounts.ts'
import { hourMs } from '../rules.ts'
import { anHour, codeTries, countedMs } from './rules.ts'

export type CodePurpose = (typeof codePurposes)[number]

/** The place a code holds in: this browser, this purpose and subject and, for who is signed in, this account. */
export interface CodePlace {
  purpose: CodePurpose
  subject: string
  /** Keyed hash of the browser's cookie. */
  browser: string
  account: string | null
}

type NewCode = typeof codes.$inferInsert

function inPlace({ purpose, subject, browser, account }: CodePlace): SQL {
  return sql`purpose = ${purpose} and subject = ${subject} and browser = ${browser} and account is ${account}`
}

/**
 * The codes that count together with one of `purpose`. Those to sign in and those to prove an address as one's own
 * anybody may ask for: they must keep nobody from the deeds that only the account itself can ask a code for.
 */
function countedWith(email: string | SQL, purpose: string | SQL): SQL {
  const openToAll = sql.raw(`('sign-in', 'prove-address', 'merge-with')`)
  return sql`c.email = ${email} and (c.purpose = ${purpose} or
    (c.purpose not in ${openToAll} and ${purpose} not in ${openToAll}))`
}

/** Keeps a new code, unless a limit says no: with as many asking at once as there may be. */
export function recordCode(db: Database, row: NewCode) {
  const since = row.sentAt.getTime() - hourMs
  const address = countedWith(row.email, row.purpose)
  const asked = sql`select count(*) from ${codes} c where ${address} and c.sent_at > ${since}`
  return db.run(sql`insert into ${codes}
      (id, purpose, subject, email, browser, account, source, code_hash, link_hash, sent_at, expires_at)
    select ${row.id}, ${row.purpose}, ${row.subject}, ${row.email}, ${row.browser}, ${row.account ?? null},
      ${row.source ?? null}, ${row.codeHash}, ${row.linkHash ?? null}, ${row.sentAt.getTime()}, ${row.expiresAt.getTime()}
    where (${asked} and c.browser = ${row.browser}) < ${anHour.asked}
      and (${asked}) < ${anHour.askedOfAddress}
      and not ${isSourceSpent(row.source ?? null, row.sentAt)}`)
}

function isSourceSpent(source: string | null, now: Date): SQL {
  return sql`(select count(*) >= ${anHour.unusedOfSource} from ${codes} s where s.source = ${source}
    and s.sent_at > ${now.getTime() - hourMs} and s.used_at is null)`
}

/** Whom the code is mailed to, if it was kept. */
export function recipientOf(id: string): SQL {
  return sql`select email from ${codes} where id = ${id}`
}

/** An older code of the same place holds no more once the new one is kept. */
export function replaceOlder(db: Database, { id, sentAt }: NewCode, place: CodePlace) {
  return db
    .update(codes)
    .set({ replacedAt: sentAt })
    .where(and(inPlace(place), ne(codes.id, id), isNull(codes.replacedAt), sql`exists (${recipientOf(id)})`))
}

/** The code that holds in a place and can still be guessed, if there is one. */
export function selectLive(db: Database, place: CodePlace, now: Date) {
  return db
    .select({ id: codes.id, sentAt: codes.sentAt, expiresAt: codes.expiresAt })
    .from(codes)
    .where(
      and(
        inPlace(place),
        isNull(codes.replacedAt),
        isNull(codes.usedAt),
        lt(codes.tries, codeTries),
        sql`expires_at > ${now.getTime()}`,
      ),
    )
}

export function selectIsSourceSpent(db: Database, source: string | null, now: Date) {
  return db.select({ spent: sql`${isSourceSpent(source, now)}`.mapWith(Boolean) }).from(sql`(select 1)`)
}

/** The codes of a place, the newest first; `isTyped`: it is this one that somebody typed. */
export function selectCodes(db: Database, place: CodePlace, typedHash: string) {
  return db
    .select({
      sentAt: codes.sentAt,
      expiresAt: codes.expiresAt,
      tries: codes.tries,
      usedAt: codes.usedAt,
      usedBy: codes.usedBy,
      isTyped: sql<0 | 1>`code_hash = ${typedHash}`,
    })
    .from(codes)
    .where(inPlace(place))
    .orderBy(desc(codes.sentAt), desc(sql`rowid`))
    .limit(anHour.asked * 2)
}

/**
 * The guess: uses the code or counts one wrong, in one statement, or answers no row. A thousand at once get five
 * between them. The code that was replaced is no guess.
 */
export function guessCode(db: Database, place: CodePlace, typedHash: string, now: Date) {
  const isRight = sql`code_hash = ${typedHash}`
  const wrong = sql`(select coalesce(sum(c.tries), 0) from ${codes} c
    where ${countedWith(sql`codes.email`, sql`codes.purpose`)} and c.guessed_at > ${now.getTime() - hourMs})`
  const isOlder = sql`exists (select 1 from ${codes} where ${inPlace(place)} and replaced_at is not null and ${isRight})`
  return db
    .update(codes)
    .set({
      usedAt: sql`case when ${isRight} then ${now.getTime()} end`,
      usedBy: sql`case when ${isRight} then 'digits' end`,
      tries: sql`tries + (not ${isRight})`,
      guessedAt: sql`case when ${isRight} then guessed_at else ${now.getTime()} end`,
    })
    .where(
      sql`${inPlace(place)} and replaced_at is null and used_at is null and expires_at > ${now.getTime()}
        and tries < ${codeTries} and ${wrong} < ${anHour.wrongOfAddress} and (${isRight} or not ${isOlder})`,
    )
    .returning({ email: codes.email, usedAt: codes.usedAt, tries: codes.tries })
}

/** Uses a mailed link's code, once; guesses at its digits do not matter. */
export function pressLink(db: Database, linkHash: string, now: Date) {
  return db
    .update(codes)
    .set({ usedAt: now, usedBy: 'link' })
    .where(and(eq(codes.linkHash, linkHash), isNull(codes.usedAt), sql`expires_at > ${now.getTime()}`))
    .returning({ id: codes.id })
}

/** Holds for the row that these digits used just now. */
export function isUsedByDigits(place: CodePlace, typedHash: string, now: Date): SQL {
  return sql`${inPlace(place)} and code_hash = ${typedHash} and used_at = ${now.getTime()} and used_by = 'digits'`
}

/** Holds for the row of this link. */
export function isOfLink(linkHash: string): SQL {
  return sql`link_hash = ${linkHash}`
}

/** Holds for the row that this link used just now. */
export function isUsedByLink(linkHash: string, now: Date): SQL {
  return sql`${isOfLink(linkHash)} and used_at = ${now.getTime()} and used_by = 'link'`
}

/** What else the same browser asked for in that place is used with it: it gives its source's place back. */
export function useSiblings(db: Database, isUsed: SQL, now: Date) {
  return db.run(sql`update ${codes} set used_at = ${now.getTime()}, used_by = u.used_by
    from (select purpose, subject, browser, account, used_by from ${codes} where ${isUsed}) u
    where codes.used_at is null and codes.purpose = u.purpose and codes.subject = u.subject
      and codes.browser = u.browser and codes.account is u.account`)
}

/** The first time somebody signs in makes the account. */
export function recordUser(db: Database, { id, at, isUsed }: { id: string; at: Date; isUsed: SQL }) {
  return db.run(sql`insert into ${users} (id, name, email, email_verified, created_at, updated_at)
    select ${id}, '', email, 1, ${at.getTime()}, ${at.getTime()} from ${codes} where ${isUsed}
      and email not in (select email from ${addresses})
    on conflict do nothing`)
}

/** The language that whoever used the code reads, for mails that nobody asks for just then. */
export function recordLocale(db: Database, isUsed: SQL, locale: Locale) {
  const email = sql`(select email from ${codes} where ${isUsed})`
  return db
    .update(users)
    .set({ locale })
    .where(sql`${users.email} = ${email} or ${users.id} = (select user_id from ${addresses} where email = ${email})`)
}

/** Whose account the code opens for whose row a condition holds. */
export function selectUser(db: Database, isIt: SQL) {
  const email = sql`(select email from ${codes} where ${isIt})`
  return db
    .select()
    .from(users)
    .where(sql`${users.email} = ${email} or ${users.id} = (select user_id from ${addresses} where email = ${email})`)
}

/** Where a mailed link leads, and whether it still does. */
export function selectLink(db: Database, linkHash: string) {
  return db
    .select({ email: codes.email, expiresAt: codes.expiresAt, usedAt: codes.usedAt })
    .from(codes)
    .where(eq(codes.linkHash, linkHash))
}

/** Forgets codes that no limit counts any more. */
export function deleteOldCodes(db: Database, now: Date) {
  return db.delete(codes).where(lte(codes.sentAt, new Date(now.getTime() - countedMs)))
}
