import type { Question } from '../../formats/catalogue/catalogue.ts'
import type { Locale, TextKind } from '../../formats/locales.ts'
import { OfBuild } from '../../web/html/of-build.ts'
import { inEasySwedish } from '../questions/easy-swedish.ts'

/** Of a visit: its language, and the words that were asked for. */
interface Reader {
  locale: Locale
  text: TextKind
}

const easier = new OfBuild<Question>()

/** Easy words were asked for, on a page in Swedish. */
export function wantsEasy({ locale, text }: Reader): boolean {
  return locale === 'sv' && text === 'easy'
}

/**
 * The words in which a version of a question stands for a reader. Whatever a client says it showed, a version without
 * easy words is read in the usual ones.
 */
export function textShown(question: Question, reader: Reader): TextKind {
  return wantsEasy(reader) && question.text.easy ? 'easy' : 'usual'
}

/** Of a whole test: easy where any of its questions is. */
export function textOfTest(questions: readonly Question[], reader: Reader): TextKind {
  return questions.some((question) => textShown(question, reader) === 'easy') ? 'easy' : 'usual'
}

/** The choice that a page offers in Swedish, and what is chosen there; undefined where no question has easy words. */
export function textChoice(reader: Reader, questions: readonly Question[]): TextKind | undefined {
  const hasEasy = reader.locale === 'sv' && questions.some(({ text }) => text.easy)
  return hasEasy ? textOfTest(questions, reader) : undefined
}

/** The question as it is read: the same object for everybody, since what is drawn of it is kept. */
export function asRead(question: Question, reader: Reader): Question {
  if (textShown(question, reader) === 'usual') return question
  return easier.of(question, 'easy', () => inEasySwedish(question)!)
}
