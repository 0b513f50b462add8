import { credentialsContext, credentialsContextV1, openBadgesContexts } from '../../../formats/credentials/contexts.ts'
import { unreadIn } from './plain-terms.ts'
import { type Fields, type Moment, Reader } from './reader.ts'

/** What the checks need of a credential. A text is `''` where it is missing or not understood. */
export interface Credential {
  id: string
  issuer: { id: string; name: string }
  subject: string
  name: string
  holder: string
  awarded: string
  from: Moment | undefined
  until: Moment | undefined
  status: Status | undefined
  /** Places of all that is there and not understood: while there is one, the badge is not said to hold. */
  unread: ReadonlySet<string>
}

/** Where a credential's bit is, as far as that is understood. */
export interface Status {
  type: string
  purpose: string
  list: string
  index: number | undefined
}

const known = {
  credential: setOf(
    '@context id type name description image awardedDate credentialSubject credentialStatus credentialSchema endorsement endorsementJwt evidence issuer proof refreshService termsOfUse',
  ),
  issuer: setOf(
    'id type name url description image email phone official otherIdentifier address endorsement endorsementJwt parentOrg',
  ),
  subject: setOf(
    'id type identifier achievement activityStartDate activityEndDate creditsEarned image licenseNumber narrative result role source term',
  ),
  identifier: setOf('type hashed identityHash identityType salt'),
  achievement: setOf(
    'id type name description achievementType alignment creator creditsAvailable criteria endorsement endorsementJwt fieldOfStudy humanCode image inLanguage otherIdentifier related resultDescription specialization tag version',
  ),
  status: setOf('id type statusPurpose statusListIndex statusListCredential statusSize'),
}

/** The names of the two data models for the same two times; those of the other are not understood. */
const times = {
  [credentialsContext]: { from: 'validFrom', until: 'validUntil' },
  [credentialsContextV1]: { from: 'issuanceDate', until: 'expirationDate' },
}

/**
 * Reads an Open Badges 3.0 credential (section 8.1), or gives undefined for a document of another type. Every member
 * goes through one reader, so that an equivalent spelling of what was signed is not understood rather than missed.
 */
export function readCredential(document: Fields, spoilt: Iterable<string> = []): Credential | undefined {
  const top = new Reader(document, new Set(spoilt))
  if (!top.isOf('OpenBadgeCredential', 'AchievementCredential') || !top.isOf('VerifiableCredential')) return undefined

  const { from, until } = timesOf(top)
  top.only(new Set([...known.credential, from, until]))
  const subject = nodeOf(top, 'credentialSubject', 'AchievementSubject', known.subject)
  const achievement = nodeOf(subject, 'achievement', 'Achievement', known.achievement)
  if (!achievement.has('name')) achievement.spoil('name')
  const credential = {
    id: top.text('id') ?? '',
    issuer: readIssuer(document, top),
    subject: subject.text('id') ?? '',
    name: achievement.text('name') ?? '',
    holder: readHolder(subject),
    awarded: (top.time('awardedDate') ?? top.time(from))?.text ?? '',
    from: top.time(from),
    until: top.time(until),
    status: top.has('credentialStatus') ? readStatus(top.object('credentialStatus')) : undefined,
    unread: top.unread,
  }
  for (const place of unreadIn(document)) top.spoil(place)
  if (!top.has(from)) top.spoil(from)
  return credential
}

function timesOf(top: Reader): { from: string; until: string } {
  const [first = '', ...others] = top.texts('@context')
  const isOurs = Object.hasOwn(times, first) && others.some((each) => openBadgesContexts.includes(each))
  if (!isOurs) top.spoil('@context')
  return times[first === credentialsContextV1 ? credentialsContextV1 : credentialsContext]
}

/** A node that must be there, and of its own type: of another, the same names would mean something else. */
function nodeOf(outer: Reader, name: string, type: string, names: ReadonlySet<string>): Reader {
  const node = outer.object(name)
  node.only(names)
  if (!node.isOf(type)) node.spoil('type')
  return node
}

/** Its id alone, or a profile. */
function readIssuer(document: Fields, top: Reader): { id: string; name: string } {
  if (typeof document.issuer === 'string') return { id: document.issuer, name: '' }
  const issuer = top.object('issuer')
  issuer.only(known.issuer)
  const id = issuer.text('id') ?? ''
  if (!id) issuer.spoil('id')
  issuer.isOf('Profile')
  return { id, name: issuer.text('name') ?? '' }
}

/** The name that the holder chose to show. */
function readHolder(subject: Reader): string {
  const names = subject.objects('identifier').map((each) => {
    each.only(known.identifier)
    each.isOf('IdentityObject')
    const [type, isHashed, hash] = [each.text('identityType'), each.flag('hashed'), each.text('identityHash')]
    if (type === undefined || isHashed === undefined || hash === undefined) each.spoil('identityHash')
    return type === 'name' && isHashed === false ? hash : undefined
  })
  return names.find((name) => name !== undefined) ?? ''
}

function readStatus(status: Reader): Status {
  const [type = '', ...others] = status.texts('type')
  // Other kinds have members of their own, and are said to be of another kind.
  if (type === 'BitstringStatusListEntry') {
    status.only(known.status)
    // Entries of more than one bit are not counted here.
    if (status.has('statusSize')) status.spoil('statusSize')
  }
  if (others.length > 0 || type.includes(':')) status.spoil('type')
  return {
    type,
    purpose: status.text('statusPurpose') ?? '',
    list: status.text('statusListCredential') ?? '',
    index: status.index('statusListIndex'),
  }
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '))
}
