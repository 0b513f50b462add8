import { countMiss, selectMisses } from '../../accounts/limits.ts'
import { recordUnreached } from '../../accounts/no-address/store.ts'
import { openSession, type SignedIn } from '../../accounts/open-session.ts'
import { cardCodeOf, cardHashOf, newCard } from '../../accounts/recovery/card-code.ts'
import { recordCard } from '../../accounts/recovery/store.ts'
import { sourceKeyOf } from '../../accounts/source.ts'
import { randomId } from '../../chance.ts'
import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { Refusal } from '../../refusal.ts'
import type { Visit } from '../../visit.ts'
import { companyOf, recordEntry } from '../audit/store.ts'
import { nameKey } from '../name-key.ts'
import { readJoinCode } from '../rules.ts'
import { isMembership, recordJoining } from '../store.ts'
import { isLivePaper, selectMadeBy } from './store.ts'

/** Accounts that one network makes in an hour, the largest hall full of people twice over. */
const mostAccounts = 500
const kind = 'account by paper'
const pressedAgainMs = 3_600_000

interface PaperJoining {
  code: string
  name: string
  termsVersion: number
  /** The mark of the browser, which is shown the recovery card. */
  browser: string
}

type Joined = SignedIn & { company: string }

/**
 * Joins by a paper invitation, by somebody who is signed in to nothing: makes an account without an address, with its
 * membership and its recovery card in one batch, and signs this browser in. A used invitation makes nothing and opens
 * nothing: `not-found`. Refuses `too-many` where one network makes more accounts than a hall has people.
 */
export async function joinByPaper(visit: Visit, joining: PaperJoining): Promise<Joined> {
  const { db, now, locale } = visit
  const source = await sourceKeyOf(visit)
  const [counted] = await selectMisses(db, kind, source, now)
  if ((counted?.uses ?? 0) >= mostAccounts) throw new Refusal('too-many', 'accounts from here')

  const { code, name, termsVersion, browser } = joining
  const [id, membership] = [randomId(), randomId()]
  const { companies, made } = await inBatch(db, {
    account: recordUnreached(db, { id, name, locale, at: now }, isLivePaper(code, now)),
    ...recordJoining(
      db,
      { id: membership, learner: id, name, nameKey: nameKey(name), termsVersion, joinedAt: now },
      code,
      [],
    ),
    entered: recordEntry(db, {
      company: companyOf(membership),
      by: id,
      action: 'member-joined',
      now,
      when: isMembership(membership),
    }),
    card: recordCard(db, id, await newCard(visit, browser)),
    made: selectMadeBy(db, code),
  })
  const [joined] = companies
  const [own] = made
  if (!joined || own?.user.id !== id) throw new Refusal('not-found', 'join-code')
  visit.later(countMiss(db, kind, source, now))
  logEvent(visit, 'member-joined', { learner: id })
  return { ...(await openSession(visit, own.user)), company: joined.company }
}

/**
 * The same press once more, or again because the answer got lost on the way: the browser that used the invitation, and
 * is still to be shown the card, is signed in to the account that it made. By its mark: the code alone opens nothing.
 */
export async function joinedByPaper(visit: Visit, typed: string, browser: string): Promise<Joined | undefined> {
  if (!browser) return undefined
  const [made] = await selectMadeBy(visit.db, readJoinCode(typed) ?? '')
  if (!made || visit.now.getTime() - made.card.createdAt.getTime() > pressedAgainMs) return undefined
  const code = await cardCodeOf(visit, browser, made.card.createdAt)
  if ((await cardHashOf(code)) !== made.card.codeHash) return undefined
  return { ...(await openSession(visit, made.user)), company: made.company }
}
