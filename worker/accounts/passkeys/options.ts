import type { Visit } from '../../visit.ts'
import { challengeFor, type ChallengeUse } from './challenge.ts'
import { type RelyingParty, relyingPartyOf } from './relying-party.ts'

/** What a browser is asked, as JSON of the standard (WebAuthn Level 3, 5.1.10); undefined where passkeys cannot work. */
export interface PasskeyWish {
  do: 'create' | 'get'
  options: string
}

/** To show that one holds a passkey: one of these, or whichever the device has for this site. */
export async function wishToPass(
  visit: Visit,
  use: ChallengeUse,
  known: readonly { credentialID: string; transports: string | null }[] = [],
): Promise<PasskeyWish | undefined> {
  const party = relyingPartyOf(visit.settings)
  if (!party) return undefined
  const options = {
    challenge: inBase64Url(await challengeFor(visit, use)),
    rpId: party.id,
    userVerification: 'required',
    timeout: timeoutMs,
    allowCredentials: known.map(descriptorOf),
  }
  return { do: 'get', options: JSON.stringify(options) }
}

interface NewBearer {
  account: string
  name: string
  known: readonly { credentialID: string; transports: string | null }[]
}

/** To make a passkey that the device finds by itself later. The challenge is one for this account. */
export function wishToRegister(
  party: RelyingParty,
  challenge: string,
  { account, name, known }: NewBearer,
): PasskeyWish {
  const options = {
    challenge: inBase64Url(challenge),
    rp: { id: party.id, name: 'Navet' },
    user: { id: inBase64Url(account), name, displayName: name },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: timeoutMs,
    attestation: 'none',
    excludeCredentials: known.map(descriptorOf),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  }
  return { do: 'create', options: JSON.stringify(options) }
}

/** ES256, RS256: what phones, computers and keys sign with. */
export const algorithms = [-7, -257]
/** As long as the challenge holds. */
const timeoutMs = 300_000

function descriptorOf({ credentialID, transports }: { credentialID: string; transports: string | null }) {
  return { type: 'public-key', id: credentialID, transports: transports?.split(',').filter(Boolean) ?? [] }
}

/** Of ASCII. */
export function inBase64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export function fromBase64Url(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}
