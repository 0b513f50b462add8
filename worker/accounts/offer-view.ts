import type { Frame } from '../../web/frame.ts'
import { relyingPartyOf } from './passkeys/relying-party.ts'
import { isOfferDeclined } from './offer-cookie.ts'
import type { SignedInVisit } from '../visit.ts'
import { waysIn } from './ways.ts'

/** For who has one way in only, and has not said no: what a second one may be. */
export function offerView(
  own: Parameters<typeof waysIn>[0],
  { headers, settings }: Pick<SignedInVisit, 'headers' | 'settings'> & { frame: Frame },
): { offers: ('card' | 'passkey' | 'address')[] } | undefined {
  const { addresses, passkeys, card } = waysIn(own)
  const ways = addresses.length + passkeys.length + (card?.confirmedAt ? 1 : 0)
  if (ways > 1 || isOfferDeclined(headers, settings)) return undefined
  return {
    offers: [
      ...(card?.confirmedAt ? [] : ['card' as const]),
      ...(passkeys.length === 0 && relyingPartyOf(settings) ? ['passkey' as const] : []),
      'address',
    ],
  }
}
