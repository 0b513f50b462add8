import { readFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

const fixtures = join(import.meta.dirname, '../fixtures/mail-server')
/** Trusts our server, in a program that is started with NODE_EXTRA_CA_CERTS. */
export const certificateFile = join(fixtures, 'certificate.pem')

export interface MailServer {
  port: number
  /** What was taken, as it came. */
  taken: { to: string; raw: Buffer; secure: boolean; user: string | undefined }[]
  /** Connections there ever were. */
  connections: number
  close(): Promise<void>
}

export const credentials = { user: 'navet', password: 'p@ss/word:å' }

/** A refusal as servers say it: `no(450, '4.2.0 Greylisted')`. */
export function no(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** A real SMTP server on loopback, which takes everything unless told otherwise. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const taken: MailServer['taken'] = []
  const office = { port: 0, taken, connections: 0, close: () => closed(server) }
  const server = new SMTPServer({
    key: readFileSync(join(fixtures, 'key.pem')),
    cert: readFileSync(certificateFile),
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onConnect(_session, done) {
      office.connections += 1
      done()
    },
    onAuth({ username, password }, _session, done) {
      const isRight = username === credentials.user && password === credentials.password
      done(isRight ? null : no(535, '5.7.8 Authentication failed'), isRight ? { user: username } : undefined)
    },
    onData(stream, session, done) {
      // Where the line breaks on the way there is no end, and nothing is taken.
      const chunks: Buffer[] = []
      stream.on('error', () => undefined).on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('end', () => {
        const [to] = session.envelope.rcptTo
        const raw = Buffer.concat(chunks)
        taken.push({ to: to?.address ?? '', raw, secure: session.secure, user: session.user })
        done(null, 'queued')
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  office.port = (server.server.address() as AddressInfo).port
  return office
}

function closed(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => server.close(resolve))
}

interface Cut {
  /** Says, of what has come so far from either side, whether the line breaks before the last of it arrives. */
  when(said: { client: string; server: string }): boolean
}

/** A line to a mail server that breaks, once. */
export async function startBreakingLine(target: number, { when }: Cut) {
  let isBroken = false
  const sockets = new Set<Socket>()
  const line = createServer((client) => {
    const server = connect(target, '127.0.0.1')
    const said = { client: '', server: '' }
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    const pass = (from: 'client' | 'server', to: Socket) => (chunk: Buffer) => {
      said[from] += chunk.toString('latin1')
      if (isBroken || !when(said)) return void to.write(chunk)
      isBroken = true
      client.destroy()
      server.destroy()
    }
    client.on('data', pass('client', server)).on('end', () => server.end())
    server.on('data', pass('server', client)).on('end', () => client.end())
  })
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  return {
    port: (line.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => line.close(resolve))
    },
  }
}
