import { authoringOf } from '../../tools/authoring/questions/registry.ts'
import type { Locale, Question } from '../../formats/catalogue/catalogue.ts'
import type { Chosen } from '../../worker/questions/given.ts'
import { givenAsHandedIn } from '../../worker/quizzes/drafts.ts'
import { optionTokens } from '../../worker/quizzes/option-tokens.ts'
import { readGiven } from '../../worker/quizzes/read-given.ts'

export type Fields = Record<string, string | string[]>

/** How a form calls the fields of one question. */
interface Names {
  tokens: string
  text: string
  places: string
}

interface Wanted {
  right: boolean
  names: Names
  secret: string
  locale?: Locale
}

/** A right or a wrong answer of any type, as the fields of a form that was filled in whole. */
export async function fieldsFor(question: Question, { right, names, secret, locale = 'sv' }: Wanted): Promise<Fields> {
  const tokens = await optionTokens(question, secret)
  const sent = authoringOf(question).give(question, right, { locale, tokens })
  if (typeof sent === 'string') return { [names.text]: sent }

  const chosen = (await readGiven(question, sent, { locale, secret })) as Chosen
  const given = (await givenAsHandedIn(question, chosen, secret))!
  if (typeof given === 'string') return { [names.text]: given }
  if (Array.isArray(given)) return { [names.tokens]: given }
  return Object.fromEntries(Object.entries(given.places).map(([token, place]) => [names.places + token, place]))
}
