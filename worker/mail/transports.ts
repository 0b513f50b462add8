import type { Bindings, Settings } from '../env.ts'
import { throughHttp } from './http-transport.ts'
import { scaleway } from './providers/scaleway.ts'
import { service } from './providers/service.ts'
import { throughRelay } from './relay-transport.ts'
import type { Transport } from './transport.ts'

type Sendable = Pick<Settings, 'MAIL_URL' | 'MAIL_TOKEN' | 'MAIL_RELAY_SECRET'>

/**
 * The transport that MAIL_URL names; undefined for `outbox:`, where mails stay to be read until they expire. Throws
 * where this worker has no way to it.
 */
export function transportOf(settings: Sendable, { MAIL }: Bindings): Transport | undefined {
  const { MAIL_URL: way, MAIL_TOKEN: token, MAIL_RELAY_SECRET: secret = '' } = settings
  if (way.kind === 'outbox') return undefined
  if (way.kind === 'relay' && MAIL) return throughRelay(MAIL, secret)
  if (way.kind === 'service') return throughHttp(service(way.url, token))
  if (way.kind === 'scaleway') return throughHttp(scaleway(way, token ?? ''))
  throw new Error('settings: MAIL_URL smtp://… works with npm start; on Cloudflare set https://… or scaleway://…')
}
