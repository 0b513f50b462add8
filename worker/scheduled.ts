import { tidyAccounts } from './accounts/tidy-accounts.ts'
import { openDatabase } from './db/client.ts'
import { type Bindings, readSettings } from './env.ts'
import { type Job, recordJobEnded } from './health/store.ts'
import { sendMails } from './mail/send-mails.ts'
import { tidyOutbox } from './mail/tidy-outbox.ts'
import type { Transport } from './mail/transports.ts'
import type { Visit } from './visit.ts'

/** The handler of the cron trigger, every 15 minutes. */
export async function scheduled(_controller: unknown, bindings: Bindings): Promise<void> {
  const settings = readSettings(bindings)
  await runScheduled({ db: openDatabase(settings, bindings).db, settings, now: new Date() })
}

/** Forgets what has expired, sends what is due, then signs what awaits it. */
export async function runScheduled(run: Pick<Visit, 'db' | 'settings' | 'now'>, transport?: Transport): Promise<void> {
  const ended = (job: Job) => recordJobEnded(run.db, job, run.now)
  await run.db.batch([...tidyOutbox(run.db, run.now), ...tidyAccounts(run.db, run.now), ended('tidy')])
  await sendMails(run, transport)
  await ended('mails')
  const { signAwards } = await import('./credentials/sign-awards.ts')
  await signAwards(run)
  await ended('badges')
}
