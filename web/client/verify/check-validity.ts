import { isSetInStatusList } from '../../../formats/credentials/status-list.ts'
import { checkProof } from './check-proof.ts'
import { type Credential, type Status } from './read-credential.ts'
import type { Claims } from './read-jwt.ts'
import { isObject, Reader } from './reader.ts'
import type { Site } from './site.ts'
import { type Finding, found, outcomeOf, placesIn } from './verdict.ts'

/** How far the clocks of two honest machines may be apart. */
const tolerance = 600_000
/** Without a network a list that was read before counts for a day. */
const keptFor = 24 * 3_600_000

/**
 * Whether a credential holds at this moment: its time, and its bit in the status list. What is known to end it comes
 * first; then what is there and not understood, which may end it as well.
 */
export async function checkValidity(
  credential: Credential,
  claims: Claims,
  site: Site,
  now: Date,
): Promise<Finding<'validity'>> {
  const ended = timeFault(credential, claims, now)
  if (ended) return ended
  const { status, unread } = credential
  const bit = status && (await checkStatus(status, credential.issuer.id, site, now))
  if (bit && outcomeOf('validity', bit) === 'no') return bit
  if (unread.size > 0) return found('unread', placesIn(unread))
  if (bit) return bit
  // Every badge from here names its place in a list.
  return site.issuers.includes(credential.issuer.id) ? found('list-none') : found('valid-without-list')
}

function timeFault({ from, until }: Credential, { nbf, iat, exp }: Claims, now: Date) {
  const begins = [from?.at, nbf, iat].filter((time) => time !== undefined)
  const ends = [until?.at, exp].filter((time) => time !== undefined)
  const late = begins.find((time) => time.getTime() > now.getTime() + tolerance)
  if (late) return found<'validity'>('not-yet', late.toISOString())
  const over = ends.find((time) => time <= now)
  return over && found<'validity'>('expired', over.toISOString())
}

/** Bitstring Status List 1.0, section 3.2: only lists of this site are asked for, since asking tells who asks. */
async function checkStatus(status: Status, issuer: string, site: Site, now: Date): Promise<Finding<'validity'>> {
  const { type, purpose, list: address, index } = status
  if (type !== 'BitstringStatusListEntry') return found('status-kind', type)
  if (purpose !== 'revocation') return found('status-kind', purpose)
  if (index === undefined) return found('status-kind', type)
  const path = address.startsWith(`${site.origin}/status/`) ? address.slice(site.origin.length) : undefined
  if (path === undefined || !/^\/status\/\d{1,9}$/.test(path)) return found('list-elsewhere', address)

  const read = await site.read(path)
  if (read === 'offline') return found('list-offline', address)
  if (read === 'missing') return found('list-missing', address)
  return readBit(read.json, { address, index, issuer }, site, now, read.at)
}

async function readBit(
  json: unknown,
  { address, index, issuer }: { address: string; index: number; issuer: string },
  site: Site,
  now: Date,
  at: Date,
): Promise<Finding<'validity'>> {
  if (!isObject(json)) return found('list-unproven', address)
  const list = new Reader(json)
  const subject = list.object('credentialSubject')
  const [id, by, purpose, bits] = [
    list.text('id'),
    list.text('issuer'),
    subject.text('statusPurpose'),
    subject.text('encodedList'),
  ]
  const [from, until] = [list.time('validFrom'), list.time('validUntil')]
  subject.only(new Set(['id', 'type', 'statusPurpose', 'encodedList']))
  const isOfIssuer = id === address && by === issuer && purpose === 'revocation' && subject.isOf('BitstringStatusList')
  const isList = list.isOf('BitstringStatusListCredential') && list.unread.size === 0
  if (!isOfIssuer || !isList || !from || from.at.getTime() > now.getTime() + tolerance) {
    return found('list-unproven', address)
  }
  const signature = await checkProof(json, issuer, site, now)
  if (outcomeOf('intact', signature.intact) !== 'yes' || outcomeOf('issuer', signature.issuer) !== 'yes') {
    return found('list-unproven', address)
  }
  try {
    if (await isSetInStatusList(bits ?? '', index)) return found('revoked', address)
  } catch {
    return found('list-unproven', address)
  }
  const isOld = (until && until.at <= now) || now.getTime() - at.getTime() > keptFor
  return isOld ? found('list-old', at.toISOString()) : found('valid', at.toISOString())
}
