import { longestSessionMs } from './db/guard-session.ts'
import type { Settings } from './env.ts'
import { hasCome } from './secrets-before.ts'
import type { Visit } from './visit.ts'

/**
 * How long a SECRET holds after it was changed: a day for codes, forms and whose a browser was; as long as a session
 * can last for sessions and for that on which no more hangs than a no to letters, or beside it a secret of its own.
 */
const holdsMs = { 'a-day': 24 * 3_600_000, 'a-session': longestSessionMs }

export type HoldsFor = keyof typeof holdsMs

/** Those that still hold, the newest first. */
export function formerSecrets(
  { SECRETS_BEFORE }: Pick<Settings, 'SECRETS_BEFORE'>,
  how: HoldsFor,
  now: Date,
): string[] {
  return SECRETS_BEFORE.filter(
    (each) => hasCome(each, now) && Date.parse(each.replaced) + holdsMs[how] > now.getTime(),
  ).map(({ secret }) => secret)
}

/**
 * Does something with SECRET and, while it misses, as it would have gone with each former one that still holds.
 * @returns what the first that hit gave, else what SECRET gave
 */
export async function withEachSecret<V extends Pick<Visit, 'settings' | 'now'>, T>(
  visit: V,
  how: HoldsFor,
  work: (visit: V) => Promise<T>,
  isMiss: (outcome: T) => boolean,
): Promise<T> {
  const outcome = await work(visit)
  if (!isMiss(outcome)) return outcome
  for (const SECRET of formerSecrets(visit.settings, how, visit.now)) {
    // oxlint-disable-next-line no-await-in-loop -- hardly ever is there one, and the first that hits counts
    const former = await work({ ...visit, settings: { ...visit.settings, SECRET } })
    if (!isMiss(former)) return former
  }
  return outcome
}
