import { OfBuild } from '../../web/html/of-build.ts'
import type { Question } from '../../formats/catalogue/catalogue.ts'
import type { Given } from '../questions/given.ts'
import { type QuestionView, rulesOf } from '../questions/registry.ts'
import type { Showing } from '../questions/type-rules.ts'
import type { Visit } from '../visit.ts'
import { optionTokens } from './option-tokens.ts'
import { asRead } from './shown-text.ts'

export type Reader = Pick<Visit, 'locale' | 'settings' | 'text'>

/** A question as it may be shown before the answer; `given` is how far a question has come that is answered in steps. */
export async function questionView(
  asked: Question,
  reader: Reader,
  order?: number[],
  given?: Given,
): Promise<QuestionView> {
  const question = asRead(asked, reader)
  const showing = await showingOf(question, reader, order)
  const draw = () => rulesOf(question).view(question, { ...showing, given })
  return order || given ? draw() : inPractice.of(question, `${showing.locale} ${showing.tokens.join(' ')}`, draw)
}

/** The same object for everybody: what is drawn of it is kept. */
const inPractice = new OfBuild<QuestionView>()

/** Without an order of its own, as in practice, where nothing was drawn, the tokens decide it: it tells nothing. */
export async function showingOf(
  question: Question,
  { locale, settings }: Pick<Reader, 'locale' | 'settings'>,
  drawn: number[] | undefined,
): Promise<Showing> {
  const tokens = await optionTokens(question, settings.SECRET)
  const byToken = (ordinals: number[]) => ordinals.sort((a, b) => (tokens[a]! < tokens[b]! ? -1 : 1))
  return { locale, tokens, order: drawn ?? rulesOf(question).order(question, byToken) }
}
