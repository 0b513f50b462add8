import { lateWords } from '../../web/messages/late.ts'
import { withEachSecret } from '../former-secrets.ts'
import { logEvent } from '../log.ts'
import type { SignedInVisit } from '../visit.ts'
import { askCode } from './codes/ask-code.ts'
import type { CodePurpose } from './codes/store.ts'
import { codeHashOf, placeOf } from './codes/code-place.ts'
import { type CodeFault, isNone } from './codes/rules.ts'
import { readCodeState } from './codes/read-code.ts'
import { guessStatements, judgeGuess } from './codes/guess.ts'
import { selectAddresses } from './store.ts'

/**
 * Something that a signed-in browser alone may not do: whoever sits down at an open session cannot read its owner's
 * mail. `subject` is what it is done to (the address, the company and its new owner); a code for one is none for another.
 */
export interface Deed {
  purpose: Exclude<CodePurpose, 'sign-in' | 'prove-address' | 'merge-with'>
  subject: string
}

/** An address of the account, and since when it is. */
export interface AccountAddress {
  email: string
  since: Date
}

/** Who vouched for a deed: an address by its code, a passkey, or the recovery card. */
export type Vouched = AccountAddress | { way: 'passkey' | 'card' }

/**
 * Mails a code for a deed to one of the account's addresses: `to` if it is one, else the oldest (of the others, where
 * the deed is about one). `isNew` is false at a limit, where the code before goes on holding; refuses `too-many` when
 * none does. An account without an address has its other ways to vouch: `to` is then undefined. `browser` is markBrowser's.
 */
export async function askStepUp(
  visit: SignedInVisit,
  deed: Deed,
  { browser, to }: { browser: string; to?: string | undefined },
): Promise<{ to: string | undefined; isNew: boolean; sentAt: Date }> {
  const { db, learner, locale } = visit
  const t = lateWords(locale)
  const known = (await selectAddresses(db, learner.id)).map(({ email }) => email)
  const others = known.filter((email) => email !== deed.subject)
  const email = known.find((address) => address === to) ?? others[0] ?? known[0]
  if (email === undefined) return { to: undefined, isNew: true, sentAt: visit.now }
  const asked = await askCode(visit, {
    ...deed,
    kind: 'step-up',
    browser,
    account: learner.id,
    email,
    write: ({ code, until }) => ({
      subject: t('mail.step-up.subject', { code }),
      text: t('mail.step-up.text', { code, until, deed: t(`mail.step-up.${deed.purpose}`, { subject: deed.subject }) }),
    }),
  })
  return { to: email, ...asked }
}

/** Uses the code for a deed, once, in the browser and by the account that asked. Gives the address that vouched for it. */
export function passStepUp(
  visit: SignedInVisit,
  deed: Deed,
  typed: { browser: string; code: string },
): Promise<AccountAddress | CodeFault> {
  return withEachSecret(visit, 'a-day', (each) => tryStepUp(each, deed, typed), isNone)
}

async function tryStepUp(
  visit: SignedInVisit,
  deed: Deed,
  { browser, code }: { browser: string; code: string },
): Promise<AccountAddress | CodeFault> {
  const { db, learner } = visit
  const place = await placeOf(visit, { ...deed, browser, account: learner.id })
  const [guess, , rows, addresses] = await db.batch([
    ...guessStatements(visit, place, await codeHashOf(visit, place, code)),
    selectAddresses(db, learner.id),
  ])
  const outcome = judgeGuess(visit, guess, rows)
  if ('fault' in outcome) {
    logEvent(visit, 'code-wrong', { learner: learner.id })
    return outcome
  }
  return addresses.find(({ email }) => email === outcome.email) ?? { fault: 'expired' }
}

/** The code for a deed that holds in this browser, if one does. */
export async function readStepUp(
  visit: SignedInVisit,
  deed: Deed,
  browser: string,
): Promise<{ sentAt: Date; expiresAt: Date } | undefined> {
  const state = await readCodeState(visit, { ...deed, browser, account: visit.learner.id })
  return 'fault' in state ? undefined : state
}
