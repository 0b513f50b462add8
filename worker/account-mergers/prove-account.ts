import { selectAccountOf } from '../accounts/account-merger/store.ts'
import { askCode } from '../accounts/codes/ask-code.ts'
import { codeHashOf, type CodeUse, placeOf } from '../accounts/codes/code-place.ts'
import { guessStatements, judgeGuess } from '../accounts/codes/guess.ts'
import { readCodeState } from '../accounts/codes/read-code.ts'
import { type CodeFault, isNone } from '../accounts/codes/rules.ts'
import { withEachSecret } from '../former-secrets.ts'
import { logEvent } from '../log.ts'
import { lateWords } from '../../web/messages/late.ts'
import type { SignedInVisit } from '../visit.ts'
import type { Proof } from './rules.ts'

interface Named {
  email: string
  browser: string
}

/** Mails a code to an address of another account. Says nothing of whether there is one: that shows to who has the mail. */
export function requestProofCode(visit: SignedInVisit, named: Named): Promise<{ isNew: boolean }> {
  const { learner, locale } = visit
  const t = lateWords(locale)
  return askCode(visit, {
    ...useOf(visit, named),
    kind: 'merge-with',
    email: named.email,
    write: ({ code, until }) => ({
      subject: t('mail.merge-with.subject', { code }),
      text: t('mail.merge-with.text', {
        code,
        email: named.email,
        account: learner.email ?? t('account.no-address'),
        until,
      }),
    }),
  })
}

/** The account that the address signs in to, once whoever is signed in here has read its mail; `nobody`: to none, or to this one. */
export function proveAccount(
  visit: SignedInVisit,
  typed: Named & { code: string },
): Promise<Proof | { fault: 'nobody' } | CodeFault> {
  return withEachSecret(visit, 'a-day', (each) => tryProof(each, typed), isNone)
}

async function tryProof(visit: SignedInVisit, { code, ...named }: Named & { code: string }) {
  const { db, learner } = visit
  const place = await placeOf(visit, useOf(visit, named))
  const [guess, , rows, [owner]] = await db.batch([
    ...guessStatements(visit, place, await codeHashOf(visit, place, code)),
    selectAccountOf(db, named.email),
  ])
  const outcome = judgeGuess(visit, guess, rows)
  if ('fault' in outcome) {
    logEvent(visit, 'code-wrong', { learner: learner.id })
    return outcome
  }
  return owner && owner.id !== learner.id ? { account: owner.id, email: named.email } : { fault: 'nobody' as const }
}

/** The code that holds in this browser, if one does. */
export async function readProofCode(visit: SignedInVisit, named: Named) {
  const state = await readCodeState(visit, useOf(visit, named))
  return 'fault' in state ? undefined : state
}

function useOf({ learner }: SignedInVisit, { email, browser }: Named): CodeUse {
  return { purpose: 'merge-with', subject: email, browser, account: learner.id }
}
