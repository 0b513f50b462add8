import { and, desc, eq, gt, lte, ne, or, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { addresses, codes, limits, removedAddresses, sessions, users, verifications } from '../db/schema/accounts.ts'
import { deleteMailsTo } from '../mail/store.ts'
import { isReal } from './no-address/store.ts'
import { hourMs } from './rules.ts'
import { wornOutAt } from './session-life.ts'

/** Every address that signs in to the account with since when, the first one first. A statement for a batch. */
export function selectAddresses(db: Database, learner: string) {
  const first = db
    .select({ email: users.email, since: sinceOfFirst, place: sql<number>`0`.as('place') })
    .from(users)
    .where(and(eq(users.id, learner), isReal(sql`${users.email}`)))
  const further = db
    .select({ email: addresses.email, since: addresses.verifiedAt, place: sql<number>`1`.as('place') })
    .from(addresses)
    .where(eq(addresses.userId, learner))
  return first.unionAll(further).orderBy(sql`place`, sql`since`, sql`email`)
}

const sinceOfFirst = sql<Date>`coalesce(${users.emailSince}, ${users.createdAt})`.mapWith(users.createdAt).as('since')

/**
 * A query for whether a moment is one at which an address was the account's: somebody else may have had it before, and
 * what has no owner is theirs.
 */
export function wasOwnAt(learner: string, email: SQL, at: SQL): SQL {
  return sql`exists (select 1 from (
      select email, coalesce(email_since, created_at) as since from ${users} where id = ${learner}
      union all select email, verified_at as since from ${addresses} where user_id = ${learner}) own
    where own.email = ${email} and own.since <= ${at})`
}

/** A query for the addresses of an account, as `email`: all but `except`, none where the condition does not hold. */
export function emailsOf(
  learner: string | SQL,
  { where, except = '' }: { where?: SQL | undefined; except?: string | undefined } = {},
): SQL {
  return sql`select email from (select email from ${users} where id = ${learner}
    union all select email from ${addresses} where user_id = ${learner})
    where email <> ${except} and ${isReal(sql`email`)} and ${where ?? sql`true`}`
}

/** Holds when the statement right before this one in the batch changed a row. */
export const isJustDone = sql`changes() > 0`

/** Holds for an address of the account. */
export function isOfAccount(email: string, learner: string): SQL {
  return sql`${email} in (${emailsOf(learner)})`
}

/** A query for one address where a condition holds. */
export function ifHolds(where: SQL, email: string): SQL {
  return sql`select ${email} as email where ${where}`
}

interface Addition {
  email: string
  learner: string
  at: Date
}

/** Adds a proven address, unless somebody has it already. Two who prove it at once: the first gets it. */
export function recordAddress(db: Database, { email, learner, at }: Addition, where: SQL) {
  return db.run(sql`insert into ${addresses} (email, user_id, verified_at) select ${email}, ${learner}, ${at.getTime()}
    where exists (select 1 from ${codes} where ${where})
      and not exists (select 1 from ${users} where email = ${email}) on conflict do nothing`)
}

/** The first address of an account that had none takes the place that stood empty: whoever is written to is read from there. */
export function fillFirst(db: Database, learner: string) {
  const oldest = sql`from ${addresses} where user_id = users.id order by verified_at, email limit 1`
  const isFilled = sql`id = ${learner} and not ${isReal(sql`users.email`)} and exists (select 1 ${oldest})`
  return [
    db.run(sql`update ${users} set email_since = (select verified_at ${oldest}), email = (select email ${oldest}),
        email_verified = 1
      where ${isFilled}`),
    db.run(sql`delete from ${addresses} where user_id = ${learner}
      and email = (select email from ${users} where id = ${learner})`),
  ] as const
}

/** Holds when it was just this that added the address. */
export function isAddedAt({ email, learner, at }: Addition): SQL {
  return sql`(exists (select 1 from ${addresses} where email = ${email} and user_id = ${learner} and verified_at = ${at.getTime()})
    or exists (select 1 from ${users} where email = ${email} and id = ${learner} and email_since = ${at.getTime()}))`
}

/** Whose address it is, be it the first or a further one. */
export function selectOwner(db: Database, email: string) {
  return db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email))
    .unionAll(db.select({ id: addresses.userId }).from(addresses).where(eq(addresses.email, email)))
}

/** The account of an id, if there is one. */
export function selectById(db: Database, id: string) {
  return db.select({ id: users.id }).from(users).where(eq(users.id, id))
}

/** Whose session lives: nobody's, or one row. */
export function selectSessionOwner(db: Database, token: string, now: Date) {
  return db
    .select({ id: sessions.userId })
    .from(sessions)
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, now), gt(sessions.createdAt, wornOutAt(now))))
}

/**
 * Statements that take an address from an account, never its last. Is it the first, the oldest of the others becomes
 * first: in one transaction, which better-auth's own way to change an address would not be.
 */
export function removeAddress(db: Database, { email, learner, at }: Addition) {
  const oldest = sql`from ${addresses} where user_id = ${learner} order by verified_at, email limit 1`
  const heir = sql`(select email ${oldest})`
  return [
    db.delete(addresses).where(and(eq(addresses.email, email), eq(addresses.userId, learner))),
    db.run(sql`update ${users} set email = ${heir}, email_since = (select verified_at ${oldest}), updated_at = ${at.getTime()}
      where id = ${learner} and email = ${email} and ${heir} is not null`),
    db.run(
      sql`delete from ${addresses} where user_id = ${learner} and email = (select email from ${users} where id = ${learner})`,
    ),
  ] as const
}

/** Holds while an address is one of several of the account: the last one stays. */
export function isRemovable(email: string, learner: string): SQL {
  return sql`(exists (select 1 from ${addresses} where user_id = ${learner}) and ${email} in (${emailsOf(learner)}))`
}

/** Codes and links that were mailed to an address hold no more; the limits go on counting them. */
export function endCodes(db: Database, email: string, now: Date, where: SQL) {
  return db
    .update(codes)
    .set({ expiresAt: now })
    .where(and(eq(codes.email, email), gt(codes.expiresAt, now), where))
}

/** Remembers what is about to be removed, so that it can be put back; nothing without a condition. */
export function recordRemoved(
  db: Database,
  { secretHash, email, learner, until }: { secretHash: string; email: string; learner: string; until: Date },
  where: SQL = sql`false`,
) {
  const since = sql`coalesce((select verified_at from ${addresses} where email = ${email}),
    (select coalesce(email_since, created_at) from ${users} where id = ${learner}))`
  return db.run(sql`insert into ${removedAddresses} (secret_hash, email, user_id, verified_at, until)
    select ${secretHash}, ${email}, ${learner}, ${since}, ${until.getTime()} where ${where}`)
}

export function selectRemoved(db: Database, secretHash: string, now: Date) {
  return db
    .select({ email: removedAddresses.email, learner: removedAddresses.userId })
    .from(removedAddresses)
    .where(and(eq(removedAddresses.secretHash, secretHash), gt(removedAddresses.until, now)))
}

/** Puts a removed address back as a further one, as old as it was, unless somebody has it by now. */
export function recordReturn(db: Database, secretHash: string, now: Date) {
  return db.run(sql`insert into ${addresses} (email, user_id, verified_at)
    select email, user_id, verified_at from ${removedAddresses}
    where secret_hash = ${secretHash} and until > ${now.getTime()} and email not in (select email from ${users})
    on conflict do nothing`)
}

/** The account that an address was put back to. */
function accountOfReturned(secretHash: string): SQL {
  return sql`(select r.user_id from ${removedAddresses} r join ${addresses} a on a.email = r.email and a.user_id = r.user_id
    where r.secret_hash = ${secretHash})`
}

export function endSessionsOfReturned(db: Database, secretHash: string) {
  return db.delete(sessions).where(sql`user_id = ${accountOfReturned(secretHash)}`)
}

/** The way back is used up once it led back. */
export function deleteReturned(db: Database, secretHash: string) {
  return db
    .delete(removedAddresses)
    .where(and(eq(removedAddresses.secretHash, secretHash), sql`user_id = ${accountOfReturned(secretHash)}`))
}

export function emailsOfReturned(secretHash: string): SQL {
  return sql`select email from ${users} where id = ${accountOfReturned(secretHash)}
    union all select email from ${addresses} where user_id = ${accountOfReturned(secretHash)}`
}

/** For a POST that asks the database nothing else: refuses `session ended` to whose session lives no more. */
export function selectAlive(db: Database) {
  return db.run(sql`select 1`)
}

/** The account's sessions, the one used last first. A statement for a batch. */
export function selectSessions(db: Database, learner: string, now: Date) {
  return db
    .select({ id: sessions.id, token: sessions.token, device: sessions.userAgent, usedAt: sessions.updatedAt })
    .from(sessions)
    .where(and(eq(sessions.userId, learner), gt(sessions.expiresAt, now), gt(sessions.createdAt, wornOutAt(now))))
    .orderBy(desc(sessions.updatedAt), sessions.id)
}

/** Ends one session of the account, by its id. */
export function deleteOneSession(db: Database, learner: string, id: string) {
  return db.delete(sessions).where(and(eq(sessions.userId, learner), eq(sessions.id, id)))
}

/** Ends all sessions of the account but one. */
export function deleteOtherSessions(db: Database, learner: string, token: string) {
  return db.delete(sessions).where(and(eq(sessions.userId, learner), ne(sessions.token, token)))
}

/** Goes on with a session that is used; one that was ended meanwhile stays ended. */
export function prolongSession(db: Database, token: string, { now, until }: { now: Date; until: Date }) {
  return db.update(sessions).set({ updatedAt: now, expiresAt: until }).where(eq(sessions.token, token))
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
 * Statements that erase an account: what names its addresses, then the account itself, with which everything of the
 * learner's goes (`on delete cascade`). `farewell`: what tells its addresses, between the two.
 */
export function eraseAccount<Farewell>(db: Database, learner: string, farewell: readonly Farewell[]) {
  const emails = sql`(select email from ${users} where id = ${learner}
    union all select email from ${addresses} where user_id = ${learner})`
  return [
    ...deleteMailsTo(db, emails),
    ...farewell,
    db.run(sql`delete from ${codes} where email in ${emails}`),
    db.delete(users).where(eq(users.id, learner)),
  ] as const
}

/** Statements that forget what can no longer be used. */
export function deleteExpired(db: Database, now: Date, { limitsBefore }: { limitsBefore: Date }) {
  return [
    db.delete(sessions).where(or(lte(sessions.expiresAt, now), lte(sessions.createdAt, wornOutAt(now)))),
    db.delete(verifications).where(lte(verifications.expiresAt, now)),
    db.delete(removedAddresses).where(lte(removedAddresses.until, now)),
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

/**
 * A last visit that a clock wrote which was ahead, or that is no time at all: nobody would ever be absent. Their time
 * begins now. By the index: what is no number sorts after all that are.
 */
export function mendLastVisits(db: Database, now: Date) {
  return db.run(sql`update ${users} set seen_at = ${now.getTime()}
    where seen_at > ${now.getTime() + 24 * hourMs} or seen_at is null`)
}
