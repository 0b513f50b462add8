import type { WrittenQuestion } from './written-question.ts'

/** What decides whether an answer is right, as it goes into the key hash: language neutral, without the words shown. */
export function keyOf({ answer, items, options }: WrittenQuestion): (number | string)[] {
  if (answer?.type === 'number') return [answer.answer, answer.tolerance]
  if (answer?.type === 'text') return [...new Set(answer.variants.map(plain))].sort()
  return items.length > 0 ? [...items.keys()] : rightOf(options)
}

/** Ordinals of the options with [x]. */
export function rightOf(options: readonly { right: boolean }[]): number[] {
  return options.flatMap((option, ordinal) => (option.right ? [ordinal] : []))
}

function plain(variant: string): string {
  return variant.normalize('NFC').replace(/\s+/g, ' ').toLowerCase()
}
