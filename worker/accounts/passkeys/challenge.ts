import { formerSecrets } from '../../former-secrets.ts'
import { pseudonymOf } from '../../pseudonym.ts'
import type { Visit } from '../../visit.ts'
import type { Deed } from '../step-up.ts'

/** What a challenge is for, in which browser, and where somebody is signed in, for which account. */
export interface ChallengeUse {
  purpose: 'sign-in' | 'register' | Deed['purpose']
  subject: string
  browser: string
  account?: string | undefined
}

const holdsMs = 5 * 60_000

/** A challenge that holds for five minutes, in one place. Nothing is kept of it before it is used. */
export async function challengeFor({ settings, now }: Visit, use: ChallengeUse): Promise<string> {
  return signed(settings.SECRET, now.getTime().toString(36), use)
}

/** Whether this is one of ours, for this place, and not too old. */
export async function isOurs({ settings, now }: Visit, challenge: string, use: ChallengeUse): Promise<boolean> {
  const [made = ''] = challenge.split('.')
  const age = now.getTime() - Number.parseInt(made, 36)
  if (!use.browser || !(age >= 0 && age <= holdsMs)) return false
  const secrets = [settings.SECRET, ...formerSecrets(settings, 'a-day', now)]
  const all = await Promise.all(secrets.map((secret) => signed(secret, made, use)))
  return all.includes(challenge)
}

/** Until when the use of one is remembered. */
export function rememberedUntil(now: Date): Date {
  return new Date(now.getTime() + holdsMs)
}

async function signed(secret: string, made: string, { purpose, subject, browser, account }: ChallengeUse) {
  return `${made}.${await pseudonymOf(secret, 'challenge', [purpose, subject, browser, account ?? '', made].join('\n'))}`
}
