import { tidyAccounts } from './accounts/tidy-accounts.ts'
import { openDatabase } from './db/client.ts'
import { type Bindings, readSettings } from './env.ts'
import { sendMails } from './mail/send-mails.ts'
import { tidyOutbox } from './mail/tidy-outbox.ts'

/** Every 15 minutes: forget what has expired, then send what is due. Three round trips at most. */
export async function scheduled(_controller: unknown, bindings: Bindings): Promise<void> {
  const settings = readSettings(bindings)
  const { db } = openDatabase(settings, bindings)
  const now = new Date()

  await db.batch([...tidyOutbox(db, now), ...tidyAccounts(db, now)])
  await sendMails({ db, settings, now })
}
