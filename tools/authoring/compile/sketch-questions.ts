import type { InBoth } from '../../../formats/catalogue/catalogue.ts'
import { Problems } from '../problems/problem.ts'
import { checkParity } from '../questions/check-parity.ts'
import { authoringOf, type WrittenQuestion } from '../questions/registry.ts'

/**
 * The questions of a lesson or a pool that can be asked, in both languages and in the Swedish order. Where one language
 * is still to come, or cannot be read, the other stands in; one whose languages disagree about the key is left out.
 * `taken` holds the ids asked before in the course.
 */
export function sketchQuestions(
  written: InBoth<readonly WrittenQuestion[]>,
  taken: Set<string>,
): InBoth<WrittenQuestion[]> {
  const ids = [...new Set([...written.sv, ...written.en].flatMap(({ id }) => id ?? []))]
  const pairs = ids
    .filter((id) => !taken.has(id))
    .flatMap((id) => pairOf(written.sv.find(isCalled(id)), written.en.find(isCalled(id))) ?? [])
  for (const { sv } of pairs) taken.add(sv.id!)
  return { sv: pairs.map(({ sv }) => sv), en: pairs.map(({ en }) => en) }
}

function isCalled(id: string): (question: WrittenQuestion) => boolean {
  return (question) => question.id === id && isWhole(question)
}

function isWhole(question: WrittenQuestion): boolean {
  return question.head.value !== undefined && question.stem.tokens.length > 0 && authoringOf(question).isWhole(question)
}

function pairOf(sv: WrittenQuestion | undefined, en: WrittenQuestion | undefined): InBoth<WrittenQuestion> | undefined {
  const pair = sv && en ? { sv, en } : sv ? { sv, en: sv } : en && { sv: en, en }
  if (!pair) return undefined

  const disagreements = new Problems()
  checkParity(pair, disagreements)
  return disagreements.errors === 0 ? pair : undefined
}
