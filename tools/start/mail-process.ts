import { join } from 'node:path'

import { keepProcess, type KeptProcess } from './kept-process.ts'

const program = join(import.meta.dirname, '../mail/main.ts')

export interface MailProcess extends KeptProcess {
  secret: string
}

/**
 * Starts the relay that sends mails by what MAIL_URL names, in a process of its own: workerd knows no SMTP, and beside
 * the embedded database it has no way out at all. The worker is not told how to sign in to the mail server.
 */
export async function startMail({ url, token }: { url: string; token: string | undefined }): Promise<MailProcess> {
  const secret = crypto.randomUUID()
  const kept = await keepProcess({
    name: 'the mail relay',
    file: program,
    args: [],
    env: { MAIL_URL: url, MAIL_RELAY_SECRET: secret, ...(token ? { MAIL_TOKEN: token } : {}) },
  })
  return { ...kept, secret }
}
