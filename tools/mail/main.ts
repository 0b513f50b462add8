import { flushCompileCache } from 'node:module'
import { parseArgs } from 'node:util'

import { readMailUrl } from '../../worker/mail/mail-way.ts'
import { throughSmtp } from './smtp-transport.ts'
import type { Transport } from '../../worker/mail/transport.ts'
import { transportOf } from '../../worker/mail/transports.ts'
import { startRelay } from './relay.ts'

// The way out of the house as a process of its own: started, watched and ended by `npm start`.
const usage = `MAIL_URL=… MAIL_RELAY_SECRET=… node tools/mail/main.ts [--port N]
  takes mails from the worker over loopback and sends them by what MAIL_URL names; npm start runs it by itself`
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, help: { type: 'boolean' } } })
const { MAIL_URL = '', MAIL_TOKEN, MAIL_RELAY_SECRET: secret } = process.env
if (values.help) {
  console.log(usage)
  process.exit(0)
}
if (!secret) fail(usage)

try {
  const relay = await startRelay({ transport: wayOut(), secret, port: Number(values.port) })
  const stop = () => void relay.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.stdin.once('end', stop).resume()
  console.log(`listening ${relay.url}`)
  flushCompileCache()
} catch (error) {
  fail(error instanceof Error ? error.message : 'the mail relay failed')
}

function wayOut(): Transport {
  const way = readMailUrl(MAIL_URL)
  if ('fault' in way) throw new Error(`MAIL_URL ${way.fault}`)
  if (way.kind === 'smtp') return throughSmtp(way)
  const transport = transportOf({ MAIL_URL: way, MAIL_TOKEN, MAIL_RELAY_SECRET: undefined }, {})
  if (!transport) throw new Error('MAIL_URL outbox: needs no relay')
  return transport
}

function fail(line: string): never {
  console.error(line)
  process.exit(1)
}
