import { and, eq, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { passkeys, recoveryCodes, users, verifications } from '../../db/schema/accounts.ts'
import { isReal } from '../no-address/store.ts'

export type Passkey = typeof passkeys.$inferSelect

/** The account's passkeys, the oldest first, without what only their checking needs. */
export function selectPasskeys(db: Database, learner: string) {
  const { id, name, credentialID, transports, createdAt } = passkeys
  return db
    .select({ id, name, credentialID, transports, createdAt })
    .from(passkeys)
    .where(eq(passkeys.userId, learner))
    .orderBy(passkeys.createdAt, passkeys.id)
}

/** The passkey that a device says it holds. */
export function selectPasskey(db: Database, credentialID: string) {
  return db.select().from(passkeys).where(eq(passkeys.credentialID, credentialID))
}

/** At most so many of one account. */
const most = 20

/** Keeps a passkey, unless its challenge was used before, or it is somebody's already. */
export function recordPasskey(db: Database, row: Passkey, challenge: UsedChallenge) {
  const { id, name, userId, publicKey, credentialID, counter, deviceType, backedUp, transports, aaguid, createdAt } =
    row
  return {
    used: useChallenge(db, challenge),
    made: db.run(sql`insert into ${passkeys} (id, name, user_id, public_key, credential_id, counter, device_type,
        backed_up, transports, aaguid, created_at)
      select ${id}, ${name}, id, ${publicKey}, ${credentialID}, ${counter}, ${deviceType}, ${backedUp ? 1 : 0},
        ${transports}, ${aaguid}, ${createdAt.getTime()} from ${users}
      where id = ${userId} and changes() = 1
        and (select count(*) from ${passkeys} where user_id = ${userId}) < ${most}
      on conflict do nothing`),
  }
}

interface UsedChallenge {
  challenge: string
  now: Date
  until: Date
}

/** Remembers that a challenge was used for as long as it would hold: a second time nothing changes. */
function useChallenge(db: Database, { challenge, now, until }: UsedChallenge) {
  return db.run(sql`insert into ${verifications} (id, identifier, value, expires_at, created_at, updated_at)
    values (${challenge}, 'passkey challenge', '', ${until.getTime()}, ${now.getTime()}, ${now.getTime()})
    on conflict do nothing`)
}

/** Uses a passkey: its counter moves on from where it was read, once for each challenge. */
export function usePasskey(
  db: Database,
  { id, before, counter }: { id: string; before: number; counter: number },
  challenge: UsedChallenge,
) {
  return {
    used: useChallenge(db, challenge),
    moved: db
      .update(passkeys)
      .set({ counter })
      .where(and(eq(passkeys.id, id), eq(passkeys.counter, before), sql`changes() = 1`))
      .returning({ learner: passkeys.userId }),
  }
}

/** Whose passkey it is. */
export function selectBearer(db: Database, id: string) {
  return db
    .select()
    .from(users)
    .where(sql`${users.id} = (select user_id from ${passkeys} where id = ${id})`)
}

/** Takes a passkey from an account, unless it is the only way in. */
export function deletePasskey(db: Database, learner: string, id: string) {
  return db
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.userId, learner), hasAnotherWay(learner, id)))
    .returning({ id: passkeys.id })
}

function hasAnotherWay(learner: string, id: string) {
  return sql`(exists (select 1 from ${users} where id = ${learner} and ${isReal(sql`email`)})
    or exists (select 1 from ${recoveryCodes} where user_id = ${learner} and confirmed_at is not null)
    or exists (select 1 from ${passkeys} o where o.user_id = ${learner} and o.id <> ${id}))`
}
