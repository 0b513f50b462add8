import { z } from 'zod'

import type { Settings } from '../env.ts'
import { pseudonymOf } from '../pseudonym.ts'
import type { Visit } from '../visit.ts'

const V4 = z.ipv4()
const V6 = z.ipv6()

/** The same network under a keyed name: what is counted and kept says whose address it was to nobody. */
export async function sourceKeyOf({
  settings,
  headers,
}: Pick<Visit, 'settings' | 'headers'>): Promise<string | undefined> {
  const source = sourceOf(settings, headers)
  return source === undefined ? undefined : pseudonymOf(settings.SECRET, 'source', source)
}

/**
 * The network a request comes from, or undefined when nobody says so whom we trust: Cloudflare's own header, or the
 * entry that the outermost of our own proxies wrote. An IPv6 network is its first 64 bits; one person has all of them.
 */
export function sourceOf(
  { ON_CLOUDFLARE, TRUSTED_PROXY }: Pick<Settings, 'ON_CLOUDFLARE' | 'TRUSTED_PROXY'>,
  headers: Headers,
): string | undefined {
  if (ON_CLOUDFLARE) return networkOf(headers.get('cf-connecting-ip') ?? '')
  if (!TRUSTED_PROXY) return undefined

  const reported = headers.get('x-forwarded-for')?.split(',') ?? []
  return networkOf(reported.at(-TRUSTED_PROXY) ?? '')
}

function networkOf(text: string): string | undefined {
  const address = text.trim().replace(/^\[(.*)\](:\d+)?$/, '$1')
  const v4 = address.replace(/^::ffff:/i, '').replace(/:\d+$/, '')
  if (V4.safeParse(v4).success) return v4
  return V6.safeParse(address).success ? firstHalf(address) : undefined
}

/** The first four groups, `::` written out. */
function firstHalf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head ? head.split(':') : []
  const last = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - groups.length - last.length - (tail.includes('.') ? 1 : 0)
  return [...groups, ...Array.from({ length: missing }, () => '0'), ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
