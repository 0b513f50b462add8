import type { SQL } from 'drizzle-orm'

import { randomId } from '../chance.ts'
import { withEachSecret } from '../former-secrets.ts'
import { logEvent } from '../log.ts'
import type { Visit } from '../visit.ts'
import { codeHashOf, linkHashOf, placeOf } from './codes/code-place.ts'
import { type CodeFault, isNone } from './codes/rules.ts'
import {
  isOfLink,
  isUsedByDigits,
  isUsedByLink,
  pressLink,
  recordLocale,
  recordUser,
  selectLink,
  selectUser,
  useSiblings,
} from './codes/store.ts'
import { guessStatements, judgeGuess } from './codes/guess.ts'
import { openSession, type SignedIn } from './open-session.ts'
import { selectOwner, selectSessionOwner } from './store.ts'

/** Signs in with the digits, in the browser that asked for them; the first time, this makes the account. */
export function signInByCode(visit: Visit, typed: TypedCode): Promise<SignedIn | CodeFault> {
  return withEachSecret(visit, 'a-day', (each) => tryCode(each, typed), isNone)
}

interface TypedCode {
  email: string
  browser: string
  code: string
}

async function tryCode(visit: Visit, { email, browser, code }: TypedCode): Promise<SignedIn | CodeFault> {
  const { db, now } = visit
  const place = await placeOf(visit, { purpose: 'sign-in', subject: email, browser })
  const hash = await codeHashOf(visit, place, code)
  const [guess, , rows, , , [user], owners, [here]] = await db.batch([
    ...guessStatements(visit, place, hash),
    ...openAccount(visit, isUsedByDigits(place, hash, now)),
    selectOwner(db, email),
    sessionHere(visit),
  ])

  const outcome = judgeGuess(visit, guess, rows)
  if (!('fault' in outcome)) return openSession(visit, user)
  // Pressed twice, or again with the back button.
  if (owners.some(({ id }) => id === here?.id)) return { setCookies: [] }
  logEvent(visit, 'code-wrong', { learner: owners[0]?.id })
  return outcome
}

/**
 * Signs in where the mailed link is pressed, in whatever browser that is; pressed twice by the same person, no cookies are
 * needed. `gone`: used, expired, or never mailed.
 */
export function signInByLink(visit: Visit, secret: string): Promise<SignedIn | { fault: 'gone' }> {
  return withEachSecret(
    visit,
    'a-day',
    (each) => tryLink(each, secret),
    (outcome) => 'fault' in outcome,
  )
}

async function tryLink(visit: Visit, secret: string): Promise<SignedIn | { fault: 'gone' }> {
  const { db, now } = visit
  const hash = await linkHashOf(visit, secret)
  const isUsed = isUsedByLink(hash, now)
  const [pressed, , , , [user], owners, [here]] = await db.batch([
    pressLink(db, hash, now),
    useSiblings(db, isUsed, now),
    ...openAccount(visit, isUsed),
    selectUser(db, isOfLink(hash)),
    sessionHere(visit),
  ])
  if (pressed.length > 0) return openSession(visit, user)
  return owners.some(({ id }) => id === here?.id) ? { setCookies: [] } : { fault: 'gone' }
}

/** Whose account a mailed link opens; undefined when it does no more. Reading it changes nothing. */
export async function readLink(visit: Visit, secret: string): Promise<{ email: string } | undefined> {
  const link = await withEachSecret(
    visit,
    'a-day',
    async (each) => (await selectLink(each.db, await linkHashOf(each, secret)))[0],
    (found) => found === undefined,
  )
  return link && !link.usedAt && link.expiresAt > visit.now ? link : undefined
}

/** The session that this browser's cookie names, if it lives: the cookie alone would outlast it. */
function sessionHere({ db, now, learner }: Visit) {
  return selectSessionOwner(db, learner?.sessionToken ?? '', now)
}

/** Statements that make the account if there is none, remember its language, and read it, where the code was used. */
function openAccount({ db, now, locale }: Visit, isUsed: SQL) {
  return [
    recordUser(db, { id: randomId(), at: now, isUsed }),
    recordLocale(db, isUsed, locale),
    selectUser(db, isUsed),
  ] as const
}
