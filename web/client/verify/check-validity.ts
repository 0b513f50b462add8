import { isSetInStatusList } from '../../credentials/status-list.ts'
import { checkProof } from './check-proof.ts'
import { type Credential, fieldsOf, type Fields, listOf, textOf } from './read-credential.ts'
import type { Site } from './site.ts'
import { type Finding, found, outcomeOf } from './verdict.ts'

/** Whether a credential holds at this moment: its time, and its bit in the status list. */
export async function checkValidity(credential: Credential, site: Site, now: Date): Promise<Finding<'validity'>> {
  const { validFrom, validUntil, status } = credential
  // What is no time is not passed over: NaN is neither before nor after.
  if (!(Date.parse(validFrom) <= now.getTime())) return found('not-yet', validFrom)
  if (validUntil && !(Date.parse(validUntil) > now.getTime())) return found('expired', validUntil)
  if (!status) return found('valid-without-list')
  if (status.type !== 'BitstringStatusListEntry' || status.statusPurpose !== 'revocation') {
    return found('status-kind', textOf(status.type))
  }
  return checkStatus(status, credential.issuer.id, site, now)
}

/** Bitstring Status List 1.0, section 3.2: only lists of this site are asked for, since asking tells who asks. */
async function checkStatus(status: Fields, issuer: string, site: Site, now: Date): Promise<Finding<'validity'>> {
  const address = textOf(status.statusListCredential)
  const index = textOf(status.statusListIndex)
  const path = address.startsWith(`${site.origin}/status/`) ? address.slice(site.origin.length) : undefined
  if (path === undefined || !/^\/status\/\d{1,9}$/.test(path)) return found('list-elsewhere', address)
  if (!/^\d{1,9}$/.test(index)) return found('status-kind', index)

  const read = await site.read(path)
  if (read === 'offline') return found('list-offline', address)
  if (read === 'missing') return found('list-missing', address)
  return readBit(fieldsOf(read.json), { address, index: Number(index), issuer }, site, now, read.at)
}

async function readBit(
  list: Fields,
  { address, index, issuer }: { address: string; index: number; issuer: string },
  site: Site,
  now: Date,
  at: Date,
): Promise<Finding<'validity'>> {
  const subject = fieldsOf(list.credentialSubject)
  const isOfIssuer = list.id === address && list.issuer === issuer && subject.statusPurpose === 'revocation'
  const isList = listOf(list.type).includes('BitstringStatusListCredential') && isNow(list, now)
  if (!isOfIssuer || !isList) return found('list-unproven', address)

  const signature = await checkProof(list, issuer, site)
  if (outcomeOf('intact', signature.intact) !== 'yes' || outcomeOf('issuer', signature.issuer) !== 'yes') {
    return found('list-unproven', address)
  }
  try {
    const isRevoked = await isSetInStatusList(textOf(subject.encodedList), index)
    return isRevoked ? found('revoked', address) : found('valid', at.toISOString())
  } catch {
    return found('list-unproven', address)
  }
}

function isNow({ validFrom, validUntil }: Fields, now: Date): boolean {
  const from = Date.parse(textOf(validFrom))
  // A browser's clock may be a few minutes behind the list's.
  return from <= now.getTime() + 600_000 && (validUntil === undefined || Date.parse(textOf(validUntil)) > now.getTime())
}
