import { inBatch } from '../db/in-batch.ts'
import { translator } from '../../web/messages/translate.ts'
import { randomId } from '../chance.ts'
import { queueMails } from '../mail/queue-mail.ts'
import { sendMails } from '../mail/send-mails.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import type { SignedInVisit } from '../visit.ts'
import { recognise } from './identity.ts'
import { pseudonymOf } from '../pseudonym.ts'
import { mayReturn, returnDays, returnUntil } from './rules.ts'
import type { Vouched } from './step-up.ts'
import { endCodes, isRemovable, recordRemoved, removeAddress as removal, selectOwner, ifHolds } from './store.ts'
import { tellAddresses } from './tell-addresses.ts'

/**
 * Takes an address from the account, and with it any code that was mailed there; tells every address. The removed one
 * may be put back for seven days, unless `by`, what vouched, is an address that has long been the account's. Gives the
 * cookies that name the account by its present first address. The last address stays: `conflict`.
 */
export async function removeAddress(visit: SignedInVisit, email: string, by: Vouched): Promise<string[]> {
  const { db, learner, now } = visit
  const { owners } = await inBatch(db, {
    told: await tell(visit, email, by),
    codesEnded: endCodes(db, email, now, isRemovable(email, learner.id)),
    removed: removal(db, { email, learner: learner.id, at: now }),
    owners: selectOwner(db, email),
  })
  if (owners.some(({ id }) => id === learner.id)) throw new Refusal('conflict', 'the last address stays')

  visit.later(sendMails(visit))
  const { setCookies } = await recognise(visit.headers, visit.settings, visit.bindings, true)
  return setCookies
}

/** Statements that tell the addresses that stay, and the one that goes: with a way back, if it may come back. */
async function tell(visit: SignedInVisit, email: string, by: Vouched) {
  const { db, learner, locale, now, settings } = visit
  const t = translator(locale)
  const secret = randomId()
  const secretHash = await pseudonymOf(settings.SECRET, 'return', secret)
  const until = returnUntil(now)
  const link = settings.BASE_URL + urls.addressReturn(locale, secret)
  const where = isRemovable(email, learner.id)
  const isReturnable = 'way' in by || mayReturn(by.since, now)
  return [
    tellAddresses(visit, {
      kind: 'removed',
      subject: t('mail.removed.subject'),
      text: t('mail.removed.text', { email }),
      where,
      except: email,
    }),
    queueMails(db, {
      kind: 'removed-from',
      owner: learner.id,
      recipients: ifHolds(where, email),
      subject: t('mail.removed-from.subject'),
      text: isReturnable
        ? t('mail.removed-from.text', { email, link, until })
        : t('mail.removed-from.final', { email, days: returnDays }),
      locale,
      now,
      expiresAt: until,
    }),
    recordRemoved(db, { secretHash, email, learner: learner.id, until }, isReturnable ? where : undefined),
  ] as const
}
