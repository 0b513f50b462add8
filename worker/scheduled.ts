import { catalogue } from 'virtual:catalogue'

import { tellCompanies } from './companies/events/tell-companies.ts'
import { openDatabase } from './db/client.ts'
import { type Bindings, readSettings } from './env.ts'
import { writeSlow } from './health/note-slow.ts'
import { deleteOldSlowRequests, type Job, recordJobEnded } from './health/store.ts'
import { logError } from './log.ts'
import { sendAllMails, type Sender } from './mail/send-mails.ts'
import type { Transport } from './mail/transport.ts'
import { clocks } from './retention/clocks.ts'
import { runRetention } from './retention/run-retention.ts'

/** Of wrangler.toml: a code that was not taken at once is of no use a quarter of an hour later. */
const everyMinute = '* * * * *'

/** The handler of the cron triggers: mails every minute, everything every 15 minutes. */
export async function scheduled({ cron }: { cron: string }, bindings: Bindings): Promise<void> {
  const settings = readSettings(bindings)
  const sender = { openDb: openDatabase(settings, bindings).db, settings, bindings, now: new Date() }
  await (cron === everyMinute ? sendAllMails(sender) : runScheduled(sender))
}

/** Forgets what has expired, sends what is due, looks again at what changed courses ask and void, then signs what awaits it. */
export async function runScheduled(sender: Sender, transport?: Transport): Promise<void> {
  const { openDb, settings, now } = sender
  const began = Date.now()
  const ended = (job: Job) => recordJobEnded(openDb, job, { now, tookMs: Date.now() - began })
  const { mails, accounts, companies, invitations, forms, answers, badges } = clocks(openDb, now)
  await openDb.batch([
    ended('tidy'),
    deleteOldSlowRequests(openDb, now),
    ...mails,
    ...accounts,
    ...companies,
    ...invitations,
    ...forms,
    ...answers,
    ...badges,
  ])
  await runRetention({ openDb, settings, now }).then(
    () => ended('retention'),
    // Mails and badges wait for nobody's absence.
    (error: unknown) => logError('scheduled', 'failed-later', error),
  )
  // A figure: nothing waits for it.
  await writeSlow(openDb, now).catch((error: unknown) => logError('scheduled', 'failed-later', error))
  await tellCompanies({ openDb, now })
  await sendAllMails(sender, transport)
  await ended('mails')
  const { lookAgain } = await import('./quizzes/look-again.ts')
  await lookAgain({ db: openDb, catalogue, now })
  const { voidQuestions } = await import('./quizzes/voiding/apply/void-questions.ts')
  // A badge that waits to be signed waits for nothing else.
  await voidQuestions({ db: openDb, catalogue, now }).catch((error: unknown) =>
    logError('scheduled', 'failed-later', error),
  )
  const { signAwards } = await import('./credentials/sign-awards.ts')
  await signAwards({ db: openDb, settings, now })
  await ended('badges')
}
