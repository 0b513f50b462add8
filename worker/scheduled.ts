import { catalogue } from 'virtual:catalogue'

import { tidyAccounts } from './accounts/tidy-accounts.ts'
import { tellCompanies } from './companies/events/tell-companies.ts'
import { tidyCompanies } from './companies/events/tidy-companies.ts'
import { openDatabase } from './db/client.ts'
import { type Bindings, readSettings } from './env.ts'
import { type Job, recordJobEnded } from './health/store.ts'
import { keptSince } from './kept-forms/rules.ts'
import { deleteOldForms } from './kept-forms/store.ts'
import { sendMails } from './mail/send-mails.ts'
import { tidyOutbox } from './mail/tidy-outbox.ts'
import type { Transport } from './mail/transports.ts'
import { lookAgain } from './quizzes/look-again.ts'
import type { Visit } from './visit.ts'

/** The handler of the cron trigger, every 15 minutes. */
export async function scheduled(_controller: unknown, bindings: Bindings): Promise<void> {
  const settings = readSettings(bindings)
  await runScheduled({ openDb: openDatabase(settings, bindings).db, settings, now: new Date() })
}

/** Forgets what has expired, sends what is due, looks again at what changed courses ask, then signs what awaits it. */
export async function runScheduled(
  { openDb, settings, now }: Pick<Visit, 'openDb' | 'settings' | 'now'>,
  transport?: Transport,
): Promise<void> {
  const ended = (job: Job) => recordJobEnded(openDb, job, now)
  await openDb.batch([
    ...tidyOutbox(openDb, now),
    ...tidyAccounts(openDb, now),
    ...tidyCompanies(openDb, now),
    deleteOldForms(openDb, keptSince(now)),
    ended('tidy'),
  ])
  await tellCompanies({ openDb, now })
  await sendMails({ openDb, settings, now }, transport)
  await ended('mails')
  await lookAgain({ db: openDb, catalogue, now })
  const { signAwards } = await import('./credentials/sign-awards.ts')
  await signAwards({ db: openDb, settings, now })
  await ended('badges')
}
