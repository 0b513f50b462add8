import type { SQL } from 'drizzle-orm'

import { queueMails } from '../mail/queue-mail.ts'
import type { OwnKind } from '../mail/rules.ts'
import type { SignedInVisit } from '../visit.ts'
import { emailsOf } from './store.ts'

const noticeDays = 7
const dayMs = 86_400_000

interface Notice {
  kind: OwnKind
  subject: string
  text: string
  /** Only if this holds when the statement runs. */
  where?: SQL
  /** All of the account's addresses but this one. */
  except?: string
  /** The account ends with it: nothing of the mail is kept once it was sent. */
  isLast?: boolean
}

/** Whose account it is, and with what it is told: a visit, or an operator's command. */
export type Told = Pick<SignedInVisit, 'db' | 'locale' | 'now'> & { learner: { id: string } }

/** The statement that tells every address of the learner's account what was done. Then: `visit.later(sendMails(visit))`. */
export function tellAddresses({ db, learner, locale, now }: Told, { where, except, ...notice }: Notice) {
  return queueMails(db, {
    ...notice,
    recipients: emailsOf(learner.id, { where, except }),
    locale,
    owner: notice.isLast ? undefined : learner.id,
    now,
    expiresAt: new Date(now.getTime() + noticeDays * dayMs),
  })
}
