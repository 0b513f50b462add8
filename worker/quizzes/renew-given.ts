import type { Question } from '../../formats/catalogue/catalogue.ts'
import { formerSecrets } from '../former-secrets.ts'
import type { Given } from '../questions/given.ts'
import type { Visit } from '../visit.ts'
import { optionTokens } from './option-tokens.ts'

/**
 * What a form gives that was made before SECRET was changed, as a form made now gives it. A browser keeps answers for
 * weeks until somebody signs in, and the tokens tell nothing: they hold for as long as a session can last.
 */
export async function renewed(
  question: Question,
  given: Given,
  { settings, now }: Pick<Visit, 'settings' | 'now'>,
): Promise<Given> {
  const former = formerSecrets(settings, 'a-session', now)
  if (former.length === 0 || typeof given === 'string') return given

  const current = await optionTokens(question, settings.SECRET)
  const before = await Promise.all(former.map((secret) => optionTokens(question, secret)))
  const anew = new Map(before.flatMap((tokens) => tokens.map((token, ordinal) => [token, current[ordinal]!] as const)))
  const nameOf = (token: string) => anew.get(token) ?? token
  if (Array.isArray(given)) return given.map(nameOf)
  const places = Object.entries(given.places).map(([token, place]) => [nameOf(token), nameOf(place)] as const)
  return { places: Object.fromEntries(places) }
}
