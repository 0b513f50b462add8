import { translator } from '../../../web/messages/translate.ts'
import { urls } from '../../../web/urls.ts'
import { tellAddresses } from '../../accounts/tell-addresses.ts'
import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { sendMails } from '../../mail/send-mails.ts'
import { Refusal } from '../../refusal.ts'
import { recordEntry } from '../audit/store.ts'
import type { SignedInVisit } from '../../visit.ts'
import { eventMonths } from '../events/tidy-companies.ts'
import { hasJustLeft, selectLastStay } from '../receipts/store.ts'
import { unlessDone } from '../unless-done.ts'
import { closedAt, leave, type OwnPlace, selectClosed, selectOwnPlace } from './store.ts'

/** The learner's own place in a company. Not found for a stranger. */
export async function findOwnPlace({ db, learner }: SignedInVisit, company: string): Promise<OwnPlace> {
  const [place] = await selectOwnPlace(db, company, learner.id)
  if (!place) throw new Refusal('not-found', 'company')
  return place
}

/**
 * Leaves a company and gives the stay that ended, also where it has ended so already; a receipt goes to every address. What the learner did stays the
 * learner's; the company sees nothing of it from now on, and closes with its last member. An owner of others hands over
 * or steps down first: `conflict`, `owner` or, for the only one, `last-owner`.
 */
export function leaveCompany(visit: SignedInVisit, company: string): Promise<string> {
  return unlessDone(() => leaveOnce(visit, company), {
    reasons: ['company'],
    done: async () => {
      const [last] = await selectLastStay(visit.db, company, visit.learner.id)
      return last?.isOwnDoing ? last.id : undefined
    },
  })
}

async function leaveOnce(visit: SignedInVisit, company: string): Promise<string> {
  const { db, learner, now } = visit
  const by = learner.id
  const before = await findOwnPlace(visit, company)
  const {
    left: [left],
    place: [place],
    closed: [closed],
  } = await inBatch(db, {
    left: leave(db, company, { learner: by, now }),
    entered: recordEntry(db, { company, by, action: 'member-left', now }),
    closing: recordEntry(db, {
      company,
      by,
      action: 'company-closed',
      now,
      when: closedAt(company, now),
    }),
    told: tellOfLeaving(visit, company, before),
    place: selectOwnPlace(db, company, by),
    closed: selectClosed(db, company),
  })
  if (!left) {
    if (!place) throw new Refusal('not-found', 'company')
    throw new Refusal('conflict', place.isOnlyOwner ? 'last-owner' : 'owner')
  }

  logEvent(visit, 'member-left', { learner: learner.id })
  if (closed) logEvent(visit, 'company-closed', { learner: learner.id })
  visit.later(sendMails(visit))
  return left.id
}

/** The statement that sends the receipt to every address of whoever has just left; for use after that. */
function tellOfLeaving(visit: SignedInVisit, company: string, place: OwnPlace) {
  const { settings, learner, locale, now } = visit
  const t = translator(locale)
  const link = settings.BASE_URL + urls.receipt(locale, place.id)
  return tellAddresses(visit, {
    kind: 'member-left',
    subject: t('mail.member-left.subject', { company: place.company }),
    text: t('mail.member-left.text', { company: place.company, day: now, link, months: eventMonths }),
    where: hasJustLeft(company, { learner: learner.id, now }),
  })
}
