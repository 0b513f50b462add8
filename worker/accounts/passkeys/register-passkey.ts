import { lateWords } from '../../../web/messages/late.ts'
import { randomId } from '../../chance.ts'
import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { sendMails } from '../../mail/send-mails.ts'
import type { SignedInVisit } from '../../visit.ts'
import { deviceOf, writeDevice } from '../device.ts'
import { isJustDone } from '../store.ts'
import { tellAddresses } from '../tell-addresses.ts'
import { isOurs, rememberedUntil } from './challenge.ts'
import { algorithms, fromBase64Url, inBase64Url } from './options.ts'
import type { PasskeyFault } from './pass-by-passkey.ts'
import { readRegistration } from './read-credential.ts'
import { type RelyingParty, relyingPartyOf } from './relying-party.ts'
import { type Passkey, recordPasskey, selectPasskey } from './store.ts'

/**
 * Keeps a passkey that a device made for the account, under the words of the device; every address is told. The challenge
 * vouches for the deed: it is given to nobody who has not shown who they are (passkey-routes.tsx).
 */
export async function registerPasskey(
  visit: SignedInVisit,
  { browser, credential }: { browser: string; credential: string },
): Promise<'made' | PasskeyFault> {
  const { db, learner, locale, now } = visit
  const t = lateWords(locale)
  const party = relyingPartyOf(visit.settings)
  const read = party && (await check(visit, party, credential, browser))
  if (!read) return { fault: 'passkey' }
  if ('fault' in read) return read
  const row = {
    ...read.passkey,
    id: randomId(),
    userId: learner.id,
    name: writeDevice(deviceOf(visit.headers.get('user-agent') ?? '')),
    createdAt: now,
  }
  const { kept } = await inBatch(db, {
    ...recordPasskey(db, row, { challenge: read.challenge, now, until: rememberedUntil(now) }),
    told: tellAddresses(visit, {
      kind: 'passkey-added',
      subject: t('mail.passkey-added.subject'),
      text: t('mail.passkey-added.text'),
      where: isJustDone,
    }),
    kept: selectPasskey(db, row.credentialID),
  })
  if (kept[0]?.userId !== learner.id) return { fault: 'passkey-late' }
  logEvent(visit, 'passkey-added', { learner: learner.id })
  visit.later(sendMails(visit))
  return 'made'
}

type Made = Omit<Passkey, 'id' | 'userId' | 'name' | 'createdAt'>

async function check(
  visit: SignedInVisit,
  party: RelyingParty,
  credential: string,
  browser: string,
): Promise<{ passkey: Made; challenge: string } | PasskeyFault> {
  const shown = readRegistration(credential)
  if (!shown) return { fault: 'passkey' }
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  let challenge = ''
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...shown, clientExtensionResults: {} },
      expectedChallenge: async (sent) => {
        const ours = fromBase64Url(sent)
        const use = { purpose: 'register', subject: '', browser, account: visit.learner.id } as const
        if (await isOurs(visit, ours, use)) challenge = ours
        return challenge !== ''
      },
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      supportedAlgorithmIDs: algorithms,
      requireUserVerification: true,
    })
    if (!verified) return { fault: 'passkey' }
    const { credential: made, aaguid, credentialDeviceType, credentialBackedUp } = registrationInfo
    return {
      challenge,
      passkey: {
        credentialID: made.id,
        publicKey: inBase64Url(String.fromCharCode(...made.publicKey)),
        counter: made.counter,
        deviceType: credentialDeviceType,
        backedUp: credentialBackedUp,
        transports: shown.response.transports.join(','),
        aaguid,
      },
    }
  } catch {
    return { fault: challenge === '' ? 'passkey-late' : 'passkey' }
  }
}
