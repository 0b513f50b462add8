import type { Client } from '@libsql/client/web'

import type { Course, Question } from '../../../../formats/catalogue/catalogue.ts'
import { rulesOf } from '../../../../worker/questions/registry.ts'
import type { Compilation } from '../../compile/compile.ts'
import { readFirstAnswers } from './first-answers.ts'
import type { CourseStatistics } from './format-stats.ts'
import { itemStatistics, reliability, type Response } from './item-statistics.ts'

/** Statistics of a course's questions, each with the place where it is written, in the order in which they are. */
export async function measureCourse(
  client: Client,
  { id, lessons, pool }: Course,
  compilation: Pick<Compilation, 'written' | 'summaries'>,
): Promise<CourseStatistics> {
  const voided = compilation.summaries.find((course) => course.id === id)?.voided
  const { practice, test } = await readFirstAnswers(client, id, voided)
  const keys = keysOf([...lessons.flatMap((lesson) => lesson.questions), ...pool])
  const at = placesIn(compilation, id)
  const order = [...at.keys()]
  const placed = (responses: Response[], isEasy: boolean) =>
    itemStatistics(
      responses.filter((response) => response.isEasy === isEasy),
      keys,
      responses,
    )
      .map((item) => ({ ...item, at: at.get(item.question) ?? 'no longer asked' }))
      .sort((a, b) => order.indexOf(a.question) - order.indexOf(b.question))
  return {
    course: id,
    practice: { items: placed(practice, false), easy: placed(practice, true), reliability: reliability(practice) },
    test: { items: placed(test, false), easy: placed(test, true) },
  }
}

/** Of the questions that have options to choose. */
function keysOf(questions: readonly Question[]): Map<string, { right: readonly number[]; options: number }> {
  return new Map(
    questions.flatMap((question) => {
      const authored = rulesOf(question).authoredOptions(question)
      return authored ? [[question.id, authored] as const] : []
    }),
  )
}

/** Where each question is written in Swedish, `path:line`. */
function placesIn({ written }: Pick<Compilation, 'written'>, course: string): Map<string, string> {
  const own = written.find(({ id }) => id === course)
  const questions = [
    ...(own?.lessons.sv.flatMap((lesson) => lesson.questions) ?? []),
    ...(own?.pool.sv?.questions ?? []),
  ]
  return new Map(
    questions.flatMap(({ id, place }) =>
      id === undefined ? [] : [[id, `courses/${place.path}:${place.line}`] as const],
    ),
  )
}
