import { tidyAccounts } from './accounts/tidy-accounts.ts'
import { tellCompanies } from './companies/events/tell-companies.ts'
import { tidyCompanies } from './companies/events/tidy-companies.ts'
import { openDatabase } from './db/client.ts'
import { type Bindings, readSettings } from './env.ts'
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
  await run.db.batch([
    ...tidyOutbox(run.db, run.now),
    ...tidyAccounts(run.db, run.now),
    ...tidyCompanies(run.db, run.now),
  ])
  await tellCompanies(run)
  await sendMails(run, transport)
  const { signAwards } = await import('./credentials/sign-awards.ts')
  await signAwards(run)
}
