import type { Settings } from '../../env.ts'

/** Whom a passkey is for: the site as BASE_URL names it, never as a request does. */
export interface RelyingParty {
  id: string
  origin: string
}

/** undefined where browsers have no passkeys: without https, and for an address of figures. */
export function relyingPartyOf({ BASE_URL }: Pick<Settings, 'BASE_URL'>): RelyingParty | undefined {
  const { hostname, origin, protocol } = new URL(BASE_URL)
  const isNamed = !/^[\d.]+$|^\[/.test(hostname)
  return isNamed && (protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost'))
    ? { id: hostname, origin }
    : undefined
}
