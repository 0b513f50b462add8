import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { recoveryCodes, users } from '../../db/schema/accounts.ts'
import type { Locale } from '../../../formats/catalogue/catalogue.ts'

/** The account's recovery card, or no row. */
export function selectCard(db: Database, learner: string) {
  const { codeHash, createdAt, confirmedAt } = recoveryCodes
  return db.select({ codeHash, createdAt, confirmedAt }).from(recoveryCodes).where(eq(recoveryCodes.userId, learner))
}

interface NewCard {
  hash: string
  at: Date
}

/** A new card for an account that is there; the one before opens nothing any more. */
export function recordCard(db: Database, learner: string, { hash, at }: NewCard) {
  return db.run(sql`insert into ${recoveryCodes} (user_id, code_hash, created_at)
    select id, ${hash}, ${at.getTime()} from ${users} where id = ${learner}
    on conflict (user_id) do update set code_hash = excluded.code_hash, created_at = excluded.created_at,
      confirmed_at = null, used_hash = null`)
}

/** Uses a card up: its row becomes the next one's. Of whatever account, or of one. */
export function useCard(
  db: Database,
  { typedHash, next, learner }: { typedHash: string; next: NewCard; learner?: string | undefined },
) {
  return db
    .update(recoveryCodes)
    .set({ codeHash: next.hash, createdAt: next.at, confirmedAt: null, usedHash: typedHash })
    .where(
      and(eq(recoveryCodes.codeHash, typedHash), learner === undefined ? undefined : eq(recoveryCodes.userId, learner)),
    )
    .returning({ learner: recoveryCodes.userId })
}

/** The next card of one that was used up since a moment, with its account, while nobody has said that it is kept. */
export function selectNext(db: Database, usedHash: string, since: Date) {
  const { userId, codeHash, createdAt, confirmedAt } = recoveryCodes
  return db
    .select({ card: { codeHash, createdAt }, user: users })
    .from(recoveryCodes)
    .innerJoin(users, eq(users.id, userId))
    .where(and(eq(recoveryCodes.usedHash, usedHash), isNull(confirmedAt), gt(createdAt, since)))
}

/** A query for whose card this is. */
export function bearerOf(hash: string): SQL {
  return sql`(select user_id from ${recoveryCodes} where code_hash = ${hash})`
}

/** The account of a card, with the language it was last signed in with: statements of who comes in by it. */
export function openByCard(db: Database, hash: string, locale: Locale) {
  const isBearer = sql`${users.id} = ${bearerOf(hash)}`
  return [db.update(users).set({ locale }).where(isBearer), db.select().from(users).where(isBearer)] as const
}

/** Its bearer says that the card is kept somewhere; one that was replaced meanwhile is not confirmed. */
export function confirmCard(db: Database, learner: string, { at, madeAt }: { at: Date; madeAt: Date }) {
  return db
    .update(recoveryCodes)
    .set({ confirmedAt: at, usedHash: null })
    .where(
      and(eq(recoveryCodes.userId, learner), eq(recoveryCodes.createdAt, madeAt), isNull(recoveryCodes.confirmedAt)),
    )
}
