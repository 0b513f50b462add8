import { credentialsContext, openBadgesContext } from '../../formats/credentials/contexts.ts'
import type { Document } from '../../formats/credentials/data-integrity.ts'
import { midnightOf, stockholmTime } from '../../formats/day.ts'
import type { Achievement } from '../db/schema/badges.ts'
import { describeAchievement } from './describe-achievement.ts'
import type { Issuer } from './issuer.ts'

/** All that a credential is made of. Nothing of the person but what the learner chose to show. */
export interface CredentialFacts {
  award: string
  badge: string
  version: string
  /** `2026-11-24`, in Europe/Stockholm. */
  day: string
  achievement: Achievement
  subject: string
  validFrom: Date
  holder: string | null
  emailHash: string | null
  emailSalt: string | null
  statusList: number
  statusIndex: number
}

/**
 * The Open Badges 3.0 credential of an award, without its proof: the same facts make the same bytes. Times are whole
 * days, since the time of day is nobody's business. Members: badges.md and the 1EdTech JSON schema.
 */
export function buildCredential(facts: CredentialFacts, issuer: Issuer): Document {
  const base = issuer.url
  const { name } = describeAchievement(facts.achievement, facts.version, issuer.isDemo)
  const identifier = identifiersOf(facts)
  return {
    '@context': [credentialsContext, openBadgesContext],
    id: `${base}/badges/${facts.award}.json`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: base },
    awardedDate: stockholmTime(midnightOf(facts.day)),
    validFrom: stockholmTime(facts.validFrom),
    credentialSubject: {
      id: facts.subject,
      type: ['AchievementSubject'],
      ...(identifier.length > 0 ? { identifier } : {}),
      achievement: buildAchievement(facts, issuer),
    },
    credentialStatus: {
      id: `${base}/status/${facts.statusList}#${facts.statusIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(facts.statusIndex),
      statusListCredential: `${base}/status/${facts.statusList}`,
    },
  }
}

/** The achievement as it stands in a credential and at its own address. */
export function buildAchievement(
  { badge, version, achievement }: Pick<CredentialFacts, 'badge' | 'version' | 'achievement'>,
  { url: base, isDemo }: Issuer,
) {
  const { name, description, narrative } = describeAchievement(achievement, version, isDemo)
  return {
    id: `${base}/achievements/${badge}/${version}`,
    type: ['Achievement'],
    achievementType: 'CertificateOfCompletion',
    name,
    description,
    version,
    image: { id: `${base}/achievements/${badge}.png`, type: 'Image' },
    // Of its own name: a node named twice could have its members written in either place.
    criteria: { id: `${base}/achievements/${badge}/${version}#criteria`, narrative },
    alignment: achievement.alignments.map(({ framework, code, name: target }) => ({
      type: ['Alignment'],
      targetName: target.sv === target.en ? target.en : `${target.sv} / ${target.en}`,
      targetUrl: framework === 'Navet' ? `${base}/en/competences#${code}` : digComp,
      targetFramework: framework,
      targetCode: code,
    })),
  }
}

const digComp = 'https://joint-research-centre.ec.europa.eu/digcomp_en'

function identifiersOf({ holder, emailHash, emailSalt }: CredentialFacts) {
  return [
    ...(holder ? [{ type: 'IdentityObject', hashed: false, identityHash: holder, identityType: 'name' }] : []),
    ...(emailHash && emailSalt
      ? [
          {
            type: 'IdentityObject',
            hashed: true,
            identityHash: emailHash,
            identityType: 'emailAddress',
            salt: emailSalt,
          },
        ]
      : []),
  ]
}
