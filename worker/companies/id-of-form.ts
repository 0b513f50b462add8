import { randomId } from '../chance.ts'

/** What a form's page has printed into it, or nothing where something else is sent. */
const formKey = /^[0-9a-f]{32}$/

/**
 * The id of what a form makes: the same whenever the same person sends the same form with the same text, so that two
 * presses make one; of another person, form or text another. Without a key each time a new one.
 */
export async function idOfForm(learner: string, key: string, written: readonly unknown[]): Promise<string> {
  if (!formKey.test(key)) return randomId()
  const bytes = new TextEncoder().encode(JSON.stringify([learner, key, ...written]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
