import type { DrawnQuestion } from '../../db/schema/quizzes.ts'

/** A submission that is older than this is in the database by now, whoever wrote it and however slowly. */
export const settledMinutes = 15

/**
 * What was drawn, as it stands for whoever answered so far: a voided question that was answered in a form of before stays
 * until the one in its place is answered. At its end (`isLast`) it also stands where neither was: they were drawn it.
 */
export function asAnswered(
  drawn: readonly DrawnQuestion[],
  isAnswered: (question: string) => boolean,
  { isLast }: { isLast: boolean },
): DrawnQuestion[] {
  return drawn.map(
    (each) => inPlaceOf(each).find(({ question }) => isAnswered(question)) ?? ((isLast && each.instead) || each),
  )
}

/** Everything that was ever drawn for it. */
export function everDrawn(drawn: readonly DrawnQuestion[]): DrawnQuestion[] {
  return drawn.flatMap(inPlaceOf)
}

/** The newest first. */
function inPlaceOf(drawn: DrawnQuestion): DrawnQuestion[] {
  return [drawn, ...(drawn.instead ? inPlaceOf(drawn.instead) : [])]
}
