import { z } from 'zod'

import { randomId } from '../chance.ts'

/** What a form's page has printed into it; anything else is as no key. */
export const FormKey = z
  .string()
  .default('')
  .transform((sent) => (/^[0-9a-f]{32}$/.test(sent) ? sent : ''))

/** Who makes something by a form so many times over, each time after it was gone, gets new ids from then on. */
const mostTimes = 12

/**
 * The id of what a form makes: the same whenever the same person sends the same form with the same text, so that two
 * presses make one; of another person, form or text another. Without a key each time a new one.
 */
export async function idOfForm(learner: string, key: string, written: readonly unknown[]): Promise<string> {
  if (key === '') return randomId()
  const bytes = new TextEncoder().encode(JSON.stringify([learner, key, ...written]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The ids of what a form makes, one for each time: the second for when what the first made is gone, and so on. Two
 * presses that find the same gone choose the same.
 */
export async function idsOfForm(learner: string, key: string, written: readonly unknown[]): Promise<string[]> {
  if (key === '') return [randomId()]
  const times = Array.from({ length: mostTimes }, (_, time) => (time === 0 ? [] : [time]))
  const ids = await Promise.all(times.map((time) => idOfForm(learner, key, [...written, ...time])))
  return [...ids, randomId()]
}
