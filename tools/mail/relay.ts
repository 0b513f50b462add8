import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

import { OutgoingMail, type Transport } from '../../worker/mail/transport.ts'
import { carrierOf } from './carry-mail.ts'

const mostBytes = 1024 * 1024

export interface Relay {
  url: string
  /** Ends once the mails under way have been answered. */
  close(): Promise<void>
}

/**
 * Takes mails one at a time from the worker, which has no way out of the house: `POST /` with a mail, answered with its
 * outcome once there is one. Only on loopback, and only for who has the secret.
 */
export async function startRelay({
  transport,
  secret,
  port = 0,
  ...patience
}: {
  transport: Transport
  secret: string
  port?: number
  wait?: number
  pause?: number
}): Promise<Relay> {
  const carry = carrierOf(transport, patience)
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  // A mail may take minutes.
  server.requestTimeout = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${secret}`)) return void response.writeHead(401).end()
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) return void response.writeHead(413).end()
    const mail = OutgoingMail.safeParse(JSON.parse(await text(request)))
    if (!mail.success) return void response.writeHead(400).end()
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const outcome = await carry(mail.data, gone.signal)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(outcome))
  }

  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeIdleConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
