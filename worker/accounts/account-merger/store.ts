import { and, eq, gt, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import {
  accountMergers,
  addresses,
  codes,
  grants,
  logins,
  passkeys,
  recoveryCodes,
  removedAddresses,
  users,
} from '../../db/schema/accounts.ts'
import { isReal } from '../no-address/store.ts'
import { fillFirst } from '../store.ts'
import { isOfAccount } from '../store.ts'

/** Two accounts of one person that become one: the older stays, and all of the other is moved to it. */
export interface Merger {
  stays: string
  ends: string
  at: Date
}

/** Holds in the batch that enters it: every other statement of a merger asks, so that all of it happens or nothing. */
export function isMerged({ stays, ends, at }: Merger): SQL {
  return sql`exists (select 1 from ${accountMergers} where account = ${ends} and learner = ${stays}
    and at = ${at.getTime()})`
}

/** The same until the other account has ended, so that of two presses in one millisecond one tells. */
export function isEnding(merger: Merger): SQL {
  return sql`${isMerged(merger)} and exists (select 1 from ${users} where id = ${merger.ends})`
}

/**
 * Enters a merger, first in its batch, while both accounts are there and, where one was proven by an address, that is
 * still its own. Two at once, whichever way round, have one older account between them: the second finds the other gone.
 */
export function recordMerger(db: Database, { stays, ends, at }: Merger, proven: { account: string; email: string }) {
  const isProven = proven.email === '' ? sql`true` : isOfAccount(proven.email, proven.account)
  return db.run(sql`insert into ${accountMergers} (account, learner, at) select ${ends}, ${stays}, ${at.getTime()}
    where ${stays} <> ${ends} and exists (select 1 from ${users} where id = ${stays})
      and exists (select 1 from ${users} where id = ${ends}) and ${isProven}
    on conflict do nothing`)
}

/** A row where the merger was entered. */
export function selectMerger(db: Database, { stays, ends, at }: Merger) {
  const { account, learner, at: its } = accountMergers
  return db
    .select({ account })
    .from(accountMergers)
    .where(and(eq(account, ends), eq(learner, stays), eq(its, at)))
}

/** A row where another account, this one if it is named, has become a part of an account since a moment. */
export function selectMergedSince(
  db: Database,
  stays: string,
  { account, since }: { account: string | undefined; since: Date },
) {
  const { account: ended, learner, at } = accountMergers
  return db
    .select({ account: ended })
    .from(accountMergers)
    .where(and(eq(learner, stays), gt(at, since), account === undefined ? undefined : eq(ended, account)))
    .limit(1)
}

/** The whole row of an account, for a session of its own. */
export function selectWholeUser(db: Database, id: string) {
  return db.select().from(users).where(eq(users.id, id))
}

/** The account that an address signs in to, with since when there is one: of two accounts the older stays. */
export function selectAccountOf(db: Database, email: string) {
  return db
    .select({ id: users.id })
    .from(users)
    .where(
      sql`${users.email} = ${email} or ${users.id} = (select a.user_id from ${addresses} a where a.email = ${email})`,
    )
}

export function selectAccount(db: Database, id: string) {
  return db
    .select({ id: users.id, email: users.email, name: users.name, createdAt: users.createdAt })
    .from(users)
    .where(eq(users.id, id))
}

/** Every way to sign in, and what else names the account, goes to the one that stays. */
export function moveWaysIn(db: Database, merger: Merger) {
  const { stays, ends } = merger
  const ok = isMerged(merger)
  const confirmed = sql`(select confirmed_at from ${recoveryCodes} where user_id = ${ends})`
  return [
    db.run(sql`update ${accountMergers} set learner = ${stays} where learner = ${ends} and ${ok}`),
    db.run(sql`update ${logins} set user_id = ${stays} where user_id = ${ends} and ${ok}`),
    db.run(sql`update ${passkeys} set user_id = ${stays} where user_id = ${ends} and ${ok}`),
    db.run(sql`update ${removedAddresses} set user_id = ${stays} where user_id = ${ends} and ${ok}`),
    // The limits go on counting them; their digits hold for nobody, since those are bound to the account that asked.
    db.run(sql`update ${codes} set account = ${stays} where account = ${ends} and ${ok}`),
    // One card an account: its own, unless that was never put away and the other one was.
    db.run(sql`delete from ${recoveryCodes} where user_id = ${stays} and confirmed_at is null
      and ${confirmed} is not null and ${ok}`),
    db.run(sql`update ${recoveryCodes} set user_id = ${stays} where user_id = ${ends} and ${ok}
      and not exists (select 1 from ${recoveryCodes} where user_id = ${stays})`),
    db.run(sql`insert into ${grants} (user_id, role, at) select ${stays}, role, at from ${grants}
      where user_id = ${ends} and ${ok} on conflict do nothing`),
    db.run(sql`update ${addresses} set user_id = ${stays} where user_id = ${ends} and ${ok}`),
    db.run(sql`insert into ${addresses} (email, user_id, verified_at)
      select email, ${stays}, coalesce(email_since, created_at) from ${users} where id = ${ends} and ${isReal(sql`email`)} and ${ok}
      on conflict do nothing`),
  ] as const
}

/** The one that ends goes, last in the batch, and with it its sessions; the other takes over a name and a language it lacks. */
export function endAccount(db: Database, merger: Merger) {
  const { stays, ends, at } = merger
  const ok = isMerged(merger)
  return [
    db.run(sql`update ${users} set name = iif(${users}.name = '', e.name, ${users}.name),
        locale = coalesce(${users}.locale, e.locale), seen_at = max(coalesce(${users}.seen_at, 0), coalesce(e.seen_at, 0)),
        updated_at = ${at.getTime()}
      from ${users} e where ${users}.id = ${stays} and e.id = ${ends} and ${ok}`),
    db.delete(users).where(sql`${users.id} = ${ends} and ${ok}`),
    ...fillFirst(db, stays),
  ] as const
}
