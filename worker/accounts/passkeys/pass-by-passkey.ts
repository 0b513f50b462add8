import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import type { SignedInVisit, Visit } from '../../visit.ts'
import { openSession, type SignedIn } from '../open-session.ts'
import type { Deed } from '../step-up.ts'
import { type ChallengeUse, isOurs, rememberedUntil } from './challenge.ts'
import { fromBase64Url } from './options.ts'
import { readAuthentication } from './read-credential.ts'
import { relyingPartyOf } from './relying-party.ts'
import { type Passkey, selectBearer, selectPasskey, usePasskey } from './store.ts'

/** `passkey-late`: the page was open for too long, or the same answer came twice. */
export type PasskeyFault = { fault: 'passkey' | 'passkey-late' }

interface Shown {
  browser: string
  /** What the browser wrote, as JSON. */
  credential: string
}

/** Signs in whoever holds a passkey of an account, and was recognised by their device. */
export async function signInByPasskey(visit: Visit, { browser, credential }: Shown): Promise<SignedIn | PasskeyFault> {
  const passed = await pass(visit, credential, { purpose: 'sign-in', subject: '', browser })
  return 'fault' in passed ? passed : openSession(visit, passed.user)
}

/** Vouches with a passkey of the account that is signed in for one deed. */
export async function vouchByPasskey(
  visit: SignedInVisit,
  deed: Deed,
  { browser, credential }: Shown,
): Promise<{ way: 'passkey' } | PasskeyFault> {
  const passed = await pass(visit, credential, { ...deed, browser, account: visit.learner.id })
  return 'fault' in passed ? passed : { way: 'passkey' }
}

async function pass(visit: Visit, credential: string, use: ChallengeUse) {
  const { db, now } = visit
  const shown = readAuthentication(credential)
  const [passkey] = shown ? await selectPasskey(db, shown.id) : []
  if (!shown || !passkey || (use.account !== undefined && passkey.userId !== use.account)) return refuse(visit)

  const checked = await check(visit, passkey, shown, use)
  if ('fault' in checked) return refuse(visit, checked)
  const challenge = { challenge: checked.challenge, now, until: rememberedUntil(now) }
  const { moved, bearers } = await inBatch(db, {
    ...usePasskey(db, { id: passkey.id, before: passkey.counter, counter: checked.counter }, challenge),
    bearers: selectBearer(db, passkey.id),
  })
  return moved.length > 0 ? { user: bearers[0] } : refuse(visit, { fault: 'passkey-late' })
}

function refuse(visit: Visit, fault: PasskeyFault = { fault: 'passkey' }): PasskeyFault {
  logEvent(visit, 'code-wrong', { learner: visit.learner?.id })
  return fault
}

type Authentication = NonNullable<ReturnType<typeof readAuthentication>>

/** The library is loaded when somebody shows a passkey, and not before: it is large. */
async function check(visit: Visit, passkey: Passkey, shown: Authentication, use: ChallengeUse) {
  const party = relyingPartyOf(visit.settings)
  const late: PasskeyFault = { fault: 'passkey-late' }
  const wrong: PasskeyFault = { fault: 'passkey' }
  if (!party) return wrong
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  let challenge = ''
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...shown, clientExtensionResults: {} },
      expectedChallenge: async (sent) => {
        const ours = fromBase64Url(sent)
        if (await isOurs(visit, ours, use)) challenge = ours
        return challenge !== ''
      },
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: passkey.credentialID,
        publicKey: Uint8Array.from(fromBase64Url(passkey.publicKey), (sign) => sign.charCodeAt(0)),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    })
    return verified ? { challenge, counter: authenticationInfo.newCounter } : wrong
  } catch {
    return challenge === '' ? late : wrong
  }
}
