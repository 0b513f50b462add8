import { logMailsNotTaken } from '../log.ts'
import type { Visit } from '../visit.ts'
import { messageIdOf, sendTimeoutMs, waitAfter } from './rules.ts'
import { leaseMails, postpone, recordSent, type StoredMail } from './store.ts'
import { type Transport, transportOf } from './transports.ts'

type Sender = Pick<Visit, 'openDb' | 'settings' | 'now'>

/**
 * Delivers what is due, each mail at least once. Two round trips, whatever the number. What the transport does not
 * take is tried again later: by the next visit that sends, or by the scheduled run.
 */
export async function sendMails(
  sender: Sender,
  transport: Transport | undefined = transportOf(sender.settings),
): Promise<void> {
  if (!transport) return

  const leased = await leaseMails(sender.openDb, sender.now)
  const outcomes = await Promise.allSettled(leased.map((mail) => send(mail, sender, transport)))
  const [first, ...rest] = leased.flatMap((mail, place) =>
    outcomes[place]?.status === 'fulfilled'
      ? recordSent(sender.openDb, mail.id, sender.now)
      : postpone(sender.openDb, mail.id, new Date(sender.now.getTime() + waitAfter(mail.tries))),
  )
  if (first) await sender.openDb.batch([first, ...rest])
  logFailures(outcomes)
}

async function send(mail: StoredMail, { settings }: Sender, transport: Transport): Promise<void> {
  const { id, recipient, subject, body, locale, createdAt } = mail
  const sending = transport.send({
    messageId: messageIdOf(id, settings.BASE_URL),
    to: recipient,
    subject,
    text: body,
    locale,
    at: createdAt,
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), sendTimeoutMs)
  })
  await Promise.race([sending, timeout]).finally(() => clearTimeout(timer))
}

/** How many, never which: what a transport complains about may hold an address. */
function logFailures(outcomes: PromiseSettledResult<void>[]): void {
  const failed = outcomes.filter(({ status }) => status === 'rejected').length
  if (failed > 0) logMailsNotTaken(failed)
}
