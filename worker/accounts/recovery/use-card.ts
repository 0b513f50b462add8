import { lateWords } from '../../../web/messages/late.ts'
import { inBatch } from '../../db/in-batch.ts'
import type { users } from '../../db/schema/accounts.ts'
import { withEachSecret } from '../../former-secrets.ts'
import { logEvent } from '../../log.ts'
import { queueMails } from '../../mail/queue-mail.ts'
import { sendMails } from '../../mail/send-mails.ts'
import type { SignedInVisit, Visit } from '../../visit.ts'
import { countMiss, selectMisses } from '../limits.ts'
import { openSession, type SignedIn } from '../open-session.ts'
import { readPaperCode } from '../paper-code/rules.ts'
import { hourMs, returnUntil } from '../rules.ts'
import { sourceKeyOf } from '../source.ts'
import { emailsOf, isJustDone } from '../store.ts'
import { cardHashOf, codeOf, isUnknown, newCard } from './card-code.ts'
import { bearerOf, openByCard, selectNext, useCard } from './store.ts'

export type CardFault = { fault: 'wrong-card' | 'many-cards' }

/** More cards than anybody owns, mistyped by a whole workshop; 80 bits are not found in so few tries. */
const mostMisses = 200
const kind = 'recovery card'

interface TypedCard {
  typed: string
  /** The mark of the browser that is shown the next card. */
  browser: string
}

/**
 * Signs in with a recovery card, which is used up by that: the account's next one is shown at once, in this browser
 * alone. Every address of the account is told. Misses are counted per source. If the answer got lost on the way, the
 * next card has been seen by nobody: the same card signs the same browser in again, for an hour, until that one is kept.
 */
export async function signInByCard(visit: Visit, typed: TypedCard): Promise<SignedIn | CardFault> {
  const again = await usedHere(visit, typed)
  if (again) return openSession(visit, again)
  const used = await useOnce(visit, typed)
  return 'fault' in used ? used : openSession(visit, used.user)
}

/** Whose card it was that this browser used up, and is still to be shown the next one of. */
async function usedHere(visit: Visit, { typed, browser }: TypedCard) {
  const code = readPaperCode(typed)
  if (!code || !browser) return undefined
  const [next] = await selectNext(visit.db, await cardHashOf(code), new Date(visit.now.getTime() - hourMs))
  if (!next) return undefined
  const shown = await withEachSecret(visit, 'a-day', (each) => codeOf(each, next.card, browser), isUnknown)
  return shown && next.user
}

/** Vouches with it for a deed of the account that is signed in. */
export async function vouchByCard(visit: SignedInVisit, typed: TypedCard): Promise<{ way: 'card' } | CardFault> {
  const used = await useOnce(visit, typed, visit.learner.id)
  return 'fault' in used ? used : { way: 'card' }
}

async function useOnce(
  visit: Visit,
  { typed, browser }: TypedCard,
  learner?: string,
): Promise<{ user: typeof users.$inferSelect } | CardFault> {
  const { db, now } = visit
  const source = await sourceKeyOf(visit)
  const [counted] = await selectMisses(db, kind, source, now)
  if ((counted?.uses ?? 0) >= mostMisses) return { fault: 'many-cards' }

  const code = readPaperCode(typed)
  const user = code && (await tryCard(code))
  if (user) {
    visit.later(sendMails(visit))
    return { user }
  }
  logEvent(visit, 'code-wrong', { learner: visit.learner?.id })
  await countMiss(db, kind, source, now)
  return { fault: 'wrong-card' }

  async function tryCard(known: string) {
    const next = await newCard(visit, browser)
    const [remembered, opened] = openByCard(db, next.hash, visit.locale)
    const { used, bearers } = await inBatch(db, {
      used: useCard(db, { typedHash: await cardHashOf(known), next, learner }),
      told: tell(visit, next.hash),
      remembered,
      bearers: opened,
    })
    return used.length > 0 ? bearers[0] : undefined
  }
}

/** The statement right after the use: the account's addresses are told. */
function tell({ db, locale, now }: Visit, nextHash: string) {
  const t = lateWords(locale)
  return queueMails(db, {
    kind: 'card-used',
    recipients: emailsOf(bearerOf(nextHash), { where: isJustDone }),
    subject: t('mail.card-used.subject'),
    text: t('mail.card-used.text'),
    locale,
    now,
    expiresAt: returnUntil(now),
  })
}
