import nodemailer from 'nodemailer'

import type { SmtpWay } from '../../worker/mail/mail-way.ts'
import type { Transport } from '../../worker/mail/transport.ts'
import { outcomeOfError } from './smtp-outcome.ts'

/** In milliseconds. */
interface Patience {
  /** Until there is a connection, and until the server has greeted. */
  connect: number
  /** For each reply; servers that look through a mail take their time. */
  reply: number
  /** For all of it. The worker waits longer (worker/mail/rules.ts), or it would send a mail twice. */
  whole: number
}

const usual: Patience = { connect: 30_000, reply: 120_000, whole: 180_000 }

/**
 * Sends each mail over a connection of its own: one that was kept might end between the mail and the server's yes, and
 * nobody would know whether it was taken.
 */
export function throughSmtp(way: SmtpWay, patience = usual): Transport {
  const { host, port, secure, starttls, login } = way
  const transporter = nodemailer.createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && starttls === 'required',
    ignoreTLS: starttls === 'never',
    // What may stay in the clear asks for no proof of whom it speaks with either.
    ...(starttls === 'optional' ? { tls: { rejectUnauthorized: secure } } : {}),
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.reply,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ messageId, from, replyTo, to, subject, text, html, headers, at }) {
      try {
        await transporter.sendMail({
          messageId,
          from: { name: from.name, address: from.email },
          // An object, so that an address is never read as a list of them.
          to: { name: '', address: to },
          ...(replyTo ? { replyTo } : {}),
          subject,
          text,
          html,
          headers,
          date: new Date(at),
          signal: AbortSignal.timeout(patience.whole),
        })
        return { kind: 'sent' }
      } catch (error) {
        return outcomeOfError(error)
      }
    },
  }
}
