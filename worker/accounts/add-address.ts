import { lateWords } from '../../web/messages/late.ts'
import { withEachSecret } from '../former-secrets.ts'
import { sendMails } from '../mail/send-mails.ts'
import type { SignedInVisit } from '../visit.ts'
import { askCode } from './codes/ask-code.ts'
import { codeHashOf, type CodeUse, placeOf } from './codes/code-place.ts'
import { type CodeFault, isNone } from './codes/rules.ts'
import { isUsedByDigits } from './codes/store.ts'
import { guessStatements, judgeGuess } from './codes/guess.ts'
import { tellAddresses } from './tell-addresses.ts'
import { fillFirst, isAddedAt, recordAddress, selectOwner } from './store.ts'

interface NewAddress {
  email: string
  browser: string
}

/** Mails a code to an address that is to sign in as well. Says nothing of who may have it already. */
export async function requestAddressCode(visit: SignedInVisit, wish: NewAddress): Promise<void> {
  const { learner, locale } = visit
  const t = lateWords(locale)
  await askCode(visit, {
    ...useOf(visit, wish),
    kind: 'address',
    email: wish.email,
    write: ({ code, until }) => ({
      subject: t('mail.address.subject', { code }),
      text: t('mail.address.text', {
        code,
        email: wish.email,
        account: learner.email ?? t('account.no-address'),
        until,
      }),
    }),
  })
}

/**
 * Adds an address to the account of who proved with the mailed code that it is theirs, and tells every address.
 * `taken`: somebody has it; that may be said now. Pressing twice is as good as once.
 */
export function confirmAddress(
  visit: SignedInVisit,
  typed: NewAddress & { code: string },
): Promise<'added' | 'taken' | CodeFault> {
  return withEachSecret(
    visit,
    'a-day',
    (each) => tryAddress(each, typed),
    (outcome) => typeof outcome === 'object' && isNone(outcome),
  )
}

async function tryAddress(
  visit: SignedInVisit,
  { code, ...wish }: NewAddress & { code: string },
): Promise<'added' | 'taken' | CodeFault> {
  const { db, learner, locale, now } = visit
  const t = lateWords(locale)
  const place = await placeOf(visit, useOf(visit, wish))
  const hash = await codeHashOf(visit, place, code)
  const added = { email: wish.email, learner: learner.id, at: now }
  const [guess, , rows, , , , , owners] = await db.batch([
    ...guessStatements(visit, place, hash),
    recordAddress(db, added, isUsedByDigits(place, hash, now)),
    ...fillFirst(db, learner.id),
    tellAddresses(visit, {
      kind: 'added',
      subject: t('mail.added.subject'),
      text: t('mail.added.text', { email: wish.email }),
      where: isAddedAt(added),
    }),
    selectOwner(db, wish.email),
  ])
  visit.later(sendMails(visit))
  if (owners.some(({ id }) => id === learner.id)) return 'added'

  const outcome = judgeGuess(visit, guess, rows)
  return 'fault' in outcome ? outcome : 'taken'
}

function useOf({ learner }: SignedInVisit, { email, browser }: NewAddress): CodeUse {
  return { purpose: 'prove-address', subject: email, browser, account: learner.id }
}
