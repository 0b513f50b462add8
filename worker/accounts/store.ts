import { and, eq, lt, lte, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { addresses, codeGuesses, limits, sessions, users, verifications } from '../db/schema/accounts.ts'
import { mails } from '../db/schema/mail.ts'
import { codeTries } from './rules.ts'

/** The primary address of the account that holds `email` as a further address; no row when nobody does. */
export function selectHolder(db: Database, email: string) {
  return db
    .select({ id: users.id, email: users.email })
    .from(addresses)
    .innerJoin(users, eq(users.id, addresses.userId))
    .where(eq(addresses.email, email))
}

/** better-auth's name for a sign-in code; `email` may be any address of the account. */
export function signInIdentifier(email: string): SQL {
  return sql`'sign-in-otp-' || coalesce((select u.email from ${addresses} a join ${users} u on u.id = a.user_id
    where a.email = ${email}), ${email})`
}

/** better-auth's name for the code that proves an address. */
export function addressIdentifier(email: string): SQL {
  return sql`${`email-verification-otp-${email}`}`
}

export function deleteCode(db: Database, identifier: SQL) {
  return db.delete(verifications).where(eq(verifications.identifier, identifier))
}

export function selectCode(db: Database, identifier: SQL) {
  return db
    .select({ id: verifications.id })
    .from(verifications)
    .where(eq(verifications.identifier, identifier))
    .limit(1)
}

export function resetGuesses(db: Database, identifier: SQL, sentAt: Date) {
  return db.run(sql`insert into ${codeGuesses} (identifier, tries, sent_at) values (${identifier}, 0, ${sentAt.getTime()})
    on conflict (identifier) do update set tries = 0, sent_at = excluded.sent_at`)
}

/** The guard: one guess less, in one statement, or no row. A thousand at once get five between them. */
export function countGuess(db: Database, identifier: SQL) {
  return db
    .update(codeGuesses)
    .set({ tries: sql`${codeGuesses.tries} + 1` })
    .where(and(eq(codeGuesses.identifier, identifier), lt(codeGuesses.tries, codeTries)))
    .returning({ tries: codeGuesses.tries })
}

export function selectGuesses(db: Database, identifier: SQL) {
  return db
    .select({ tries: codeGuesses.tries, sentAt: codeGuesses.sentAt })
    .from(codeGuesses)
    .where(eq(codeGuesses.identifier, identifier))
}

/** Every address that signs in to the account, the first one first. A statement for a batch. */
export function selectAddresses(db: Database, learner: string) {
  const first = db
    .select({ email: users.email, verifiedAt: sql<number>`0`.as('verified_at') })
    .from(users)
    .where(eq(users.id, learner))
  const further = db
    .select({ email: addresses.email, verifiedAt: sql<number>`${addresses.verifiedAt}`.as('verified_at') })
    .from(addresses)
    .where(eq(addresses.userId, learner))
  return first.unionAll(further).orderBy(sql`verified_at`, sql`email`)
}

/** Adds a proven address, unless somebody has it already. Two who prove it at once: the first gets it. */
export function recordAddress(db: Database, { email, learner, at }: { email: string; learner: string; at: Date }) {
  return db.run(sql`insert into ${addresses} (email, user_id, verified_at) select ${email}, ${learner}, ${at.getTime()}
    where not exists (select 1 from ${users} where email = ${email}) on conflict do nothing`)
}

/** Whose address it is, be it the first or a further one. */
export function selectOwner(db: Database, email: string) {
  return db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email))
    .unionAll(db.select({ id: addresses.userId }).from(addresses).where(eq(addresses.email, email)))
}

/**
 * Statements that take an address from an account, never its last. Is it the first, the oldest of the others becomes
 * first: in one transaction, which better-auth's own way to change an address would not be.
 */
export function removeAddress(db: Database, { email, learner, at }: { email: string; learner: string; at: Date }) {
  const heir = sql`(select email from ${addresses} where user_id = ${learner} order by verified_at, email limit 1)`
  return [
    db.delete(addresses).where(and(eq(addresses.email, email), eq(addresses.userId, learner))),
    db.run(sql`update ${users} set email = ${heir}, updated_at = ${at.getTime()}
      where id = ${learner} and email = ${email} and ${heir} is not null`),
    db.run(
      sql`delete from ${addresses} where user_id = ${learner} and email = (select email from ${users} where id = ${learner})`,
    ),
  ] as const
}

export function recordName(db: Database, { learner, name, at }: { learner: string; name: string; at: Date }) {
  return db.update(users).set({ name, updatedAt: at }).where(eq(users.id, learner))
}

export function deleteSession(db: Database, token: string) {
  return db.delete(sessions).where(eq(sessions.token, token))
}

export function deleteSessions(db: Database, learner: string) {
  return db.delete(sessions).where(eq(sessions.userId, learner))
}

/**
 * Statements that erase an account where `isAllowed` holds: what names its addresses, then the account itself, with
 * which everything of the learner's goes (`on delete cascade`). The last answers the account's id, or no row when it stays.
 */
export function eraseAccount(db: Database, learner: string, isAllowed: SQL) {
  const emails = sql`(select email from ${users} where id = ${learner} and ${isAllowed}
    union all select email from ${addresses} where user_id = ${learner} and ${isAllowed})`
  const codes = sql`(select 'sign-in-otp-' || email from ${emails}
    union all select 'email-verification-otp-' || email from ${emails})`
  return [
    db.run(sql`delete from ${mails} where recipient in ${emails}`),
    db.run(sql`delete from ${limits} where subject in (select 'code to ' || email from ${emails})`),
    db.run(sql`delete from ${verifications} where identifier in ${codes}`),
    db.run(sql`delete from ${codeGuesses} where identifier in ${codes}`),
    db
      .delete(users)
      .where(and(eq(users.id, learner), isAllowed))
      .returning({ id: users.id }),
  ] as const
}

/** Statements that forget what can no longer be used. */
export function deleteExpired(
  db: Database,
  now: Date,
  { guessesBefore, limitsBefore }: { guessesBefore: Date; limitsBefore: Date },
) {
  return [
    db.delete(sessions).where(lte(sessions.expiresAt, now)),
    db.delete(verifications).where(lte(verifications.expiresAt, now)),
    db.delete(codeGuesses).where(lte(codeGuesses.sentAt, guessesBefore)),
    db.delete(limits).where(lte(limits.window, limitsBefore.getTime())),
  ] as const
}

/** Counts one use of `subject` in the present window; a statement for a batch, answers `[{ uses }]`. `window` is the time at which the window began. */
export function recordUse(db: Database, subject: string, windowMs: number, now: Date) {
  const window = Math.floor(now.getTime() / windowMs) * windowMs
  return db
    .insert(limits)
    .values({ subject, window })
    .onConflictDoUpdate({ target: [limits.subject, limits.window], set: { uses: sql`${limits.uses} + 1` } })
    .returning({ uses: limits.uses })
}

/** How often `subject` was counted in the present window; no row when it never was. */
export function selectUses(db: Database, subject: string, windowMs: number, now: Date) {
  const window = Math.floor(now.getTime() / windowMs) * windowMs
  return db
    .select({ uses: limits.uses })
    .from(limits)
    .where(and(eq(limits.subject, subject), eq(limits.window, window)))
}
