import { lateWords } from '../../../web/messages/late.ts'
import { sendMails } from '../../mail/send-mails.ts'
import type { SignedInVisit } from '../../visit.ts'
import { withEachSecret } from '../../former-secrets.ts'
import { tellAddresses } from '../tell-addresses.ts'
import { codeOf, isUnknown, newCard } from './card-code.ts'
import { confirmCard, recordCard, selectCard } from './store.ts'

/** A new card for the account, to be shown in this browser; the one before opens nothing any more. Every address is told. */
export async function makeCard(visit: SignedInVisit, browser: string): Promise<void> {
  const { db, learner, locale } = visit
  const t = lateWords(locale)
  await db.batch([
    recordCard(db, learner.id, await newCard(visit, browser)),
    tellAddresses(visit, { kind: 'card-made', subject: t('mail.card-made.subject'), text: t('mail.card-made.text') }),
  ])
  visit.later(sendMails(visit))
}

/** The code of the card, for the browser in which it was made and until it is said to be kept: never again after that. */
export async function readNewCard(visit: SignedInVisit, browser: string): Promise<string | undefined> {
  const [card] = await selectCard(visit.db, visit.learner.id)
  if (!card || card.confirmedAt || !browser) return undefined
  return withEachSecret(visit, 'a-day', (each) => codeOf(each, card, browser), isUnknown)
}

/** Its bearer keeps it: the page does not show it any more. `madeAt` names the card that was on the page. */
export async function keepCard({ db, learner, now }: SignedInVisit, madeAt: Date): Promise<void> {
  await confirmCard(db, learner.id, { at: now, madeAt })
}
