import type { VoidedQuestion } from './catalogue.ts'

/** The voiding under which a version of a course's question counts as right; undefined for all that are asked as they are. */
export function voidingOf(
  voided: readonly VoidedQuestion[] | undefined,
  { question, version }: { question: string; version: string },
): VoidedQuestion | undefined {
  return voided?.find(
    (each) => each.question === question && (each.versions === 'all' || each.versions.includes(version)),
  )
}
