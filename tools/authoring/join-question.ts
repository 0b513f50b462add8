import type { InBoth, Question } from '../../worker/courses/catalogue.ts'
import type { MarkdownContext } from './markdown-context.ts'
import { checkParity } from './check-parity.ts'
import { keyHashOf, textHashOf, versionOf } from './hashes.ts'
import type { Place, Problems } from './problem.ts'
import { keyOf, rightOf } from './question-key.ts'
import { choiceText, numberText, orderText, sourceOf, spotText, textText } from './question-texts.ts'
import type { WrittenQuestion } from './written-question.ts'
import { inBoth } from './written-course.ts'

/** Puts the two languages of a question together, and reports where they disagree. */
export function joinQuestion(
  pair: InBoth<WrittenQuestion>,
  contexts: InBoth<MarkdownContext>,
  problems: Problems,
): Question | undefined {
  checkParity(pair, problems)
  const named = nameOf(pair)
  if (!named || !isWhole(pair.sv) || !isWhole(pair.en)) return undefined

  const { type, answer, options } = pair.sv
  const both = <T>(text: (question: WrittenQuestion, context: MarkdownContext) => T) =>
    inBoth((locale) => text(pair[locale], contexts[locale]))
  if (type === 'single' || type === 'multiple') return { ...named, type, key: rightOf(options), text: both(choiceText) }
  if (type === 'spot') return { ...named, type, key: rightOf(options), text: both(spotText) }
  if (type === 'order') return { ...named, type, text: both(orderText) }
  if (answer?.type === 'text') return { ...named, type: 'text', key: answer.variants, text: both(textText) }
  if (answer?.type !== 'number') return undefined
  const key = { answer: answer.answer, tolerance: answer.tolerance }
  return { ...named, type: 'number', key, text: both(numberText) }
}

/** What is missing has been reported. */
function isWhole({ type, passage, items, answer, feedback }: WrittenQuestion): boolean {
  if (type === 'spot') return passage !== undefined
  if (type === 'order') return items.length > 0 && feedback !== undefined
  return type === 'single' || type === 'multiple' || (answer !== undefined && feedback !== undefined)
}

function nameOf(pair: InBoth<WrittenQuestion>) {
  const { head, type, place, options, items } = pair.sv
  if (!head.value || !type) return undefined

  const { id, competence, kind } = head.value
  const keyHash = keyHashOf({ type, ordinals: options.length + items.length, key: keyOf(pair.sv), competence })
  const textHash = inBoth((locale) => textHashOf(sourceOf(pair[locale])))
  const version = versionOf(courseOf(place), id, keyHash, textHash)
  return { id, version, keyHash, textHash, kind, competence }
}

/** The course's folder: a file's path ends in `course/sv/file.md`. */
function courseOf({ path }: Place): string {
  return path.split('/').at(-3) ?? ''
}
