import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import {
  accountMergers,
  codes,
  grants,
  logins,
  passkeys,
  recoveryCodes,
  removedAddresses,
  sessions,
  users,
} from '../../db/schema/accounts.ts'
import { absences } from '../../db/schema/retention.ts'
import { selectAddresses, wasOwnAt } from '../store.ts'

/** Statements that read what accounts hold about somebody, by what each is called in the document for them. */
export function heldInAccounts(db: Database, learner: string) {
  const { id, name, emailVerified, image, locale, createdAt, updatedAt, seenAt } = users
  return {
    account: db
      .select({
        id,
        name,
        language: locale,
        firstAddressProven: emailVerified,
        image,
        createdAt,
        updatedAt,
        lastHere: seenAt,
      })
      .from(users)
      .where(eq(users.id, learner)),
    addresses: selectAddresses(db, learner),
    'letters that the account is about to go': db
      .select({ firstAt: absences.firstAt, lastAt: absences.lastAt, goesOn: absences.goesOn })
      .from(absences)
      .where(eq(absences.learner, learner)),
    'addresses removed': db
      .select({
        email: removedAddresses.email,
        verifiedAt: removedAddresses.verifiedAt,
        canBePutBackUntil: removedAddresses.until,
      })
      .from(removedAddresses)
      .where(eq(removedAddresses.userId, learner))
      .orderBy(removedAddresses.until),
    'devices signed in': heldSessions(db, learner),
    'other ways to sign in': db
      .select({ provider: logins.providerId, as: logins.accountId, scope: logins.scope, createdAt: logins.createdAt })
      .from(logins)
      .where(eq(logins.userId, learner))
      .orderBy(logins.createdAt),
    ...heldWays(db, learner),
    'codes mailed': heldCodes(db, learner),
    'accounts that became one with this': db
      .select({ account: accountMergers.account, at: accountMergers.at })
      .from(accountMergers)
      .where(eq(accountMergers.learner, learner))
      .orderBy(accountMergers.at),
    'roles granted': db
      .select({ role: grants.role, at: grants.at })
      .from(grants)
      .where(eq(grants.user, learner))
      .orderBy(grants.at),
  }
}

/** Ways in that need no address. */
function heldWays(db: Database, learner: string) {
  return {
    passkeys: db
      .select({
        device: passkeys.name,
        kind: passkeys.deviceType,
        isBackedUp: passkeys.backedUp,
        reachedBy: passkeys.transports,
        model: passkeys.aaguid,
        createdAt: passkeys.createdAt,
      })
      .from(passkeys)
      .where(eq(passkeys.userId, learner))
      .orderBy(passkeys.createdAt),
    'recovery card': db
      .select({ createdAt: recoveryCodes.createdAt, saidToBeKeptAt: recoveryCodes.confirmedAt })
      .from(recoveryCodes)
      .where(eq(recoveryCodes.userId, learner)),
  }
}

function heldSessions(db: Database, learner: string) {
  return db
    .select({
      device: sessions.userAgent,
      networkAddress: sessions.ipAddress,
      signedInAt: sessions.createdAt,
      usedAt: sessions.updatedAt,
      endsAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(eq(sessions.userId, learner))
    .orderBy(desc(sessions.updatedAt), sessions.id)
}

/**
 * Those that this account asked for, and those for signing in that were mailed to an address while it was its own. What
 * another account asked for, or was mailed there before, is that one's.
 */
function heldCodes(db: Database, learner: string) {
  // The code that made the account was sent before it, and used with it.
  const at = sql`coalesce(${codes.usedAt}, ${codes.sentAt})`
  const { purpose, subject, email, sentAt, expiresAt, tries, guessedAt, replacedAt, usedAt, usedBy } = codes
  return db
    .select({
      purpose,
      about: subject,
      to: email,
      sentAt,
      expiresAt,
      wrongGuesses: tries,
      guessedAt,
      replacedAt,
      usedAt,
      usedBy,
    })
    .from(codes)
    .where(or(eq(codes.account, learner), and(isNull(codes.account), wasOwnAt(learner, sql`${codes.email}`, at))))
    .orderBy(codes.sentAt)
}
