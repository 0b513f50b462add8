import type { InBoth, Question, QuestionText, QuestionType } from '../../worker/courses/catalogue.ts'
import type { MarkdownContext } from './check-markdown.ts'
import { keyHashOf, textHashOf, versionOf } from './hashes.ts'
import type { Place, Problems } from './problem.ts'
import type { WrittenQuestion } from './quiz.ts'
import { renderPhrase, renderStem } from './render-phrases.ts'
import type { QuestionHead } from './schemas.ts'

/** Puts the two languages of a question together, and reports where they disagree. */
export function joinQuestion(
  pair: InBoth<WrittenQuestion>,
  contexts: InBoth<MarkdownContext>,
  problems: Problems,
): Question | undefined {
  const { sv, en } = pair
  checkParity(sv, en, problems)
  const head = sv.head.value
  const type = typeOf(sv, head)
  if (!head || !type) return undefined

  const { id, competence, kind } = head
  const key = keyOf(sv)
  const keyHash = keyHashOf({ type, ordinals: sv.options.length, key, competence })
  const textHash = { sv: textHashOf(sourceOf(sv)), en: textHashOf(sourceOf(en)) }
  return {
    id,
    version: versionOf(courseOf(sv.place), id, keyHash, textHash),
    keyHash,
    textHash,
    type,
    kind,
    competence,
    key,
    text: { sv: textOf(sv, contexts.sv), en: textOf(en, contexts.en) },
  }
}

/** The course's folder: a file's path ends in `course/sv/file.md`. */
function courseOf({ path }: Place): string {
  return path.split('/').at(-3) ?? ''
}

/** Reports a number of right options that no question has. */
export function checkKey(question: WrittenQuestion, problems: Problems): void {
  const { head, options, place } = question
  if (options.length === 0) return

  const type = head.value?.type
  const right = keyOf(question).length
  if (right === 0) problems.error('S28', place, 'no option is marked as right; write "- [x]" for it')
  else if (options.length === 1) problems.error('S23', place, 'the question has one option only; add the wrong ones')
  else if (right > 2)
    problems.error('S28', place, `${right} options are right; a single question has one [x], a multiple one two`)
  else if (right === options.length) problems.error('S28', place, 'every option is right; add the wrong ones')
  else if ((type === 'single' && right !== 1) || (type === 'multiple' && right !== 2)) {
    problems.error(
      'S28',
      head.at('type'),
      `type: ${type} does not fit ${right} right options; leave the type out, it is read from the [x]`,
    )
  }
}

function keyOf(question: WrittenQuestion): number[] {
  return question.options.flatMap((option, ordinal) => (option.right ? [ordinal] : []))
}

/** Single or multiple is read from the number of right options. */
function typeOf(question: WrittenQuestion, head: QuestionHead | undefined): QuestionType | undefined {
  const right = keyOf(question).length
  if (!head || right < 1 || right > 2) return undefined
  return right === 1 ? 'single' : 'multiple'
}

function checkParity(sv: WrittenQuestion, en: WrittenQuestion, problems: Problems): void {
  const say = (place: Place, message: string) => problems.error('S12', place, `${message}; both languages must agree`)
  const [options, theirs] = [en.options.length, sv.options.length]
  if (options !== theirs && options > 0 && theirs > 0) say(en.place, `${options} options, but ${theirs} in Swedish`)
  const moved = en.options.find((option, i) => options === theirs && option.right !== sv.options[i]!.right)
  if (moved)
    say(
      moved.place,
      `this option is ${moved.right ? 'right' : 'wrong'}, but ${moved.right ? 'wrong' : 'right'} in Swedish`,
    )
  for (const name of ['competence', 'kind'] as const) {
    const [own, other] = [en.head.written(name), sv.head.written(name)]
    if (own !== undefined && other !== undefined && own !== other)
      say(en.head.at(name), `${name} ${own}, but ${other} in Swedish`)
  }
}

function sourceOf({ stem, options }: WrittenQuestion): { stem: string; options: { text: string; feedback: string }[] } {
  return {
    stem: stem.text,
    options: options.map(({ text, feedback }) => ({ text: text.text, feedback: feedback.text })),
  }
}

function textOf({ stem, options }: WrittenQuestion, context: MarkdownContext): QuestionText {
  return {
    stem: renderStem(stem, context),
    options: options.map(({ text, feedback }) => ({
      text: renderPhrase(text, context),
      feedback: renderPhrase(feedback, context),
    })),
  }
}
