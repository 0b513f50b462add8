import { foldedWords } from './folded-words.ts'
import { checkSentences } from './passage.ts'
import type { Problems } from './problem.ts'
import type { WrittenQuestion } from './written-question.ts'

/** Reports numbers of options, and of right ones, that the type of question does not have. */
export function checkKey(question: WrittenQuestion, problems: Problems): void {
  if (question.options.length === 0) return
  checkEqual(question, problems)
  if (question.type !== 'spot') return checkRight(question, problems)

  checkFaulty(question, problems)
  if (question.passage) checkSentences(question.passage, question.options, problems)
}

function checkRight({ head, options, place }: WrittenQuestion, problems: Problems): void {
  const type = head.value?.type
  const right = countRight(options)
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

function checkFaulty({ options, place }: WrittenQuestion, problems: Problems): void {
  const faulty = countRight(options)
  if (options.length < 3 || options.length > 7)
    problems.error('S28', place, `a spot lists 3 to 7 sentences of its passage, and this one lists ${options.length}`)
  else if (faulty < 1 || faulty > 3)
    problems.error('S28', place, `${faulty} sentences are marked as faulty; mark 1 to 3 with "- [x]"`)
  else if (faulty === options.length)
    problems.error('S28', place, 'every sentence is marked as faulty; leave at least one without')
}

/** Who chooses one of two that say the same has answered rightly and wrongly. */
function checkEqual({ options }: WrittenQuestion, problems: Problems): void {
  const folded = options.map(({ text }) => foldedWords(text))
  for (const [i, { place }] of options.entries()) {
    const first = folded.indexOf(folded[i]!)
    if (first === i || folded[i] === '') continue
    const message = `options ${first + 1} and ${i + 1} say the same, so nobody can tell them apart; write them differently`
    problems.error('S49', place, message)
  }
}

function countRight(options: readonly { right: boolean }[]): number {
  return options.filter((option) => option.right).length
}
