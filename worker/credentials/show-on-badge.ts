import * as base64url from 'jose/base64url'

import { readName } from '../accounts/rules.ts'
import { isWithdrawn } from '../badges/held-award.ts'
import { randomId } from '../chance.ts'
import { dayOf, midnightOf } from '../../formats/day.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { changesAYear, changesSince } from './rules.ts'
import { signLater } from './sign-later.ts'
import { findOwnBadge, recordWishes } from './store.ts'

/** What the learner wants others to see on a badge; undefined is nothing. */
interface Wishes {
  /** As typed. */
  holder: string | undefined
  /** One of the learner's own addresses: it goes into the badge as a salted hash. */
  email: string | undefined
}

/** A learner's own badge as it is now, with the address whose hash it carries. */
export async function readOwnBadge({ db, learner, now }: SignedInVisit, award: string) {
  const badge = await findOwnBadge(db, { award, learner: learner.id, since: changesSince(now) })
  if (!badge) throw new Refusal('not-found', 'no such badge')

  const hashes = await Promise.all(badge.addresses.map((email) => hashAddress(email, badge.emailSalt ?? '')))
  return { ...badge, email: badge.addresses[hashes.indexOf(badge.emailHash ?? '')] }
}

/**
 * Changes what a badge shows: it is issued anew under the same id, with a later validFrom and another place in the
 * status list, and every file from before is revoked. The same wishes again change nothing. A name is the holder's own
 * and passes the rule for names. Refuses an address that is not the learner's, and more changes than a year allows.
 */
export async function showOnBadge(visit: SignedInVisit, award: string, wishes: Wishes): Promise<void> {
  const { db, learner, now } = visit
  const holder = wishes.holder === undefined ? null : holderIn(wishes.holder)
  const badge = await readOwnBadge(visit, award)
  if (isWithdrawn(badge)) throw new Refusal('conflict', 'withdrawn')
  if (wishes.email && !badge.addresses.includes(wishes.email)) throw new Refusal('invalid', 'another address')

  if (badge.email === wishes.email && badge.holder === holder) return

  const salt = wishes.email ? newSalt() : null
  const hash = wishes.email && salt ? await hashAddress(wishes.email, salt) : null
  const [change, ...others] = recordWishes(db, {
    id: randomId(),
    award,
    learner: learner.id,
    holder,
    emailHash: hash,
    emailSalt: salt,
    at: now,
    midnight: midnightOf(dayOf(now)),
    since: changesSince(now),
    most: changesAYear,
  })
  const [{ rowsAffected }] = await db.batch([change, ...others])
  if (rowsAffected === 0) throw new Refusal('too-many', 'changes')
  signLater(visit)
}

function holderIn(text: string): string {
  const read = readName(text)
  if ('fault' in read) throw new Refusal('invalid', 'not a name', { holder: read.fault })
  return read.name
}

/** Open Badges 3.0, IdentityObject: `sha256$` and the hexadecimal hash of the lower-cased address and the salt. */
async function hashAddress(email: string, salt: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(email.toLowerCase() + salt))
  return `sha256$${Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** 16 random bytes of this badge alone: the same address on two badges looks different. */
function newSalt(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(16)))
}
