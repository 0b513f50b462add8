import type { LaterReason, Outcome } from '../../worker/mail/transport.ts'

/** What nodemailer says of a mail that it could not hand over. */
interface SmtpError {
  code?: string
  /** The server's reply, if it came to one. */
  responseCode?: number
  response?: string
  /** What it replied to. */
  command?: string
  message?: string
}

const byCode: Record<string, LaterReason> = {
  EAUTH: 'auth',
  ENOAUTH: 'auth',
  ETLS: 'tls',
  ETIMEDOUT: 'timeout',
  EABORT: 'timeout',
  ECONNECTION: 'connection',
  ESOCKET: 'connection',
  EDNS: 'connection',
}

/**
 * What a failed try means for the mail. Only what is certain is for good: that there is no such mailbox, or that the
 * server read the mail and does not want it. Whom a server sends for is the operator's to mend, so such a mail waits.
 */
export function outcomeOfError(error: unknown): Outcome {
  const { code = '', responseCode = 0, response = '', command = '', message = '' } = asSmtpError(error)
  if (code === 'EAUTH' || code === 'ENOAUTH') return later('auth')
  if (code === 'ETLS' || command === 'STARTTLS') return later('tls')
  // A reply decides by its number: its words hold the address, and whatever stands in that.
  if (responseCode >= 500) return outcomeOfNo(responseCode, enhancedIn(response), command)
  if (responseCode >= 400) return later('deferred')
  if (/certificate|self.signed|\bTLS\b|\bSSL\b|STARTTLS/i.test(message)) return later('tls')
  return later(byCode[code] ?? 'unknown')
}

/** A reply of five hundred and something (RFC 5321, 4.2.3), with its enhanced code where it has one (RFC 3463). */
function outcomeOfNo(reply: number, [subject, detail]: number[], command: string): Outcome {
  if (command === 'DATA') return { kind: 'refused', reason: 'content' }
  if (command !== 'RCPT TO') return later('sender')

  // 1 is about addresses, 2 about mailboxes: of those 1 is "disabled", the others may pass.
  if (subject === 1 || (subject === 2 && detail === 1)) return { kind: 'refused', reason: 'mailbox' }
  if (subject === 2) return later('deferred')
  if (subject !== undefined) return later('sender')
  return [550, 551, 553, 556].includes(reply) ? { kind: 'refused', reason: 'mailbox' } : later('sender')
}

/** `550 5.1.1 …`: the last two numbers. */
function enhancedIn(response: string): number[] {
  const [, subject, detail] = /^\d{3}[ -]5\.(\d{1,3})\.(\d{1,3})\b/.exec(response) ?? []
  return subject === undefined ? [] : [Number(subject), Number(detail)]
}

function later(reason: LaterReason): Outcome {
  return { kind: 'later', reason }
}

function asSmtpError(error: unknown): SmtpError {
  return error instanceof Error ? (error as SmtpError) : {}
}
