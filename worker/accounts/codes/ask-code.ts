import { inBatch } from '../../db/in-batch.ts'
import { chance, randomId } from '../../chance.ts'
import { queueMails } from '../../mail/queue-mail.ts'
import { sendMails } from '../../mail/send-mails.ts'
import { Refusal } from '../../refusal.ts'
import type { Visit } from '../../visit.ts'
import { sourceKeyOf } from '../source.ts'
import { codeHashOf, type CodeUse, linkHashOf, placeOf } from './code-place.ts'
import { codeExpiry, codeFrom } from './rules.ts'
import { recipientOf, recordCode, replaceOlder, selectIsSourceSpent, selectLive } from './store.ts'

export interface CodeWish extends CodeUse {
  kind: 'code' | 'address' | 'step-up' | 'merge-with'
  /** The address the code is mailed to. */
  email: string
  /** The mail's words; `secret` is the one for a link. */
  write: (made: { code: string; secret: string; until: Date }) => { subject: string; text: string }
}

/**
 * Mails a code that takes the place of an older one. At a limit nothing is mailed and the code that holds goes on
 * holding: `isNew` is false. Refuses `too-many` when none holds. One round trip, the same whoever has the address.
 */
export async function askCode(
  visit: Visit,
  { kind, email, write, ...use }: CodeWish,
): Promise<{ isNew: boolean; sentAt: Date }> {
  const { db, now, locale } = visit
  const [code, secret, expiresAt] = [codeFrom(chance()), randomId(), codeExpiry(now)]
  const { subject, text } = write({ code, secret, until: expiresAt })
  const place = await placeOf(visit, use)
  const [codeHash, linkHash, source] = await Promise.all([
    codeHashOf(visit, place, code),
    linkHashOf(visit, secret),
    sourceKeyOf(visit),
  ])
  const row = { id: randomId(), ...place, email, source: source ?? null, codeHash, linkHash, sentAt: now, expiresAt }

  const {
    codes: [live],
    counts: [count],
  } = await inBatch(db, {
    recorded: recordCode(db, row),
    replaced: replaceOlder(db, row, place),
    mailed: queueMails(db, {
      kind,
      recipients: recipientOf(row.id),
      subject,
      text,
      locale,
      owner: use.account,
      now,
      expiresAt,
    }),
    codes: selectLive(db, place, now),
    counts: selectIsSourceSpent(db, row.source, now),
  })
  if (live?.id === row.id) {
    visit.later(sendMails(visit))
    return { isNew: true, sentAt: now }
  }
  if (live) return { isNew: false, sentAt: live.sentAt }
  throw new Refusal('too-many', count?.spent ? 'codes from here' : 'codes to this address')
}
