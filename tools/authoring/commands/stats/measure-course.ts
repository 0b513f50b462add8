import type { Client } from '@libsql/client/web'

import type { Course, Question } from '../../../../formats/catalogue/catalogue.ts'
import { rulesOf } from '../../../../worker/questions/registry.ts'
import type { AuthoredOptions } from '../../../../worker/questions/type-rules.ts'
import type { Compilation } from '../../compile/compile.ts'
import type { WrittenQuestion } from '../../questions/registry.ts'
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
  const keys = keysOf([...lessons.flatMap((lesson) => lesson.questions), ...pool])
  const { practice, test } = await readFirstAnswers(client, id, { voided, today: keys })
  const written = writtenIn(compilation, id)
  const at = placesIn(written)
  const guesses = guessesIn(written)
  const order = [...at.keys()]
  const placed = (responses: Response[], isEasy: boolean) =>
    itemStatistics(
      responses.filter((response) => response.isEasy === isEasy),
      keys,
      responses,
    )
      .map((item) => ({
        ...item,
        at: at.get(item.question) ?? 'no longer asked',
        expected: guesses.get(item.question),
      }))
      .sort((a, b) => order.indexOf(a.question) - order.indexOf(b.question))
  return {
    course: id,
    practice: { items: placed(practice, false), easy: placed(practice, true), reliability: reliability(practice) },
    test: { items: placed(test, false), easy: placed(test, true) },
  }
}

/** Of the questions that have options to choose. */
function keysOf(questions: readonly Question[]): Map<string, AuthoredOptions> {
  return new Map(
    questions.flatMap((question) => {
      const authored = rulesOf(question).authoredOptions(question)
      return authored ? [[question.id, authored] as const] : []
    }),
  )
}

/** As they are written in Swedish. */
function writtenIn({ written }: Pick<Compilation, 'written'>, course: string): WrittenQuestion[] {
  const own = written.find(({ id }) => id === course)
  return [...(own?.lessons.sv.flatMap((lesson) => lesson.questions) ?? []), ...(own?.pool.sv?.questions ?? [])]
}

/** `p:` of each question: how many its author thinks get it right after reading. */
function guessesIn(questions: readonly WrittenQuestion[]): Map<string, number> {
  return new Map(
    questions.flatMap(({ id, head }) => (id !== undefined && head.value?.p ? [[id, head.value.p] as const] : [])),
  )
}

/** Where each question is written, `path:line`. */
function placesIn(questions: readonly WrittenQuestion[]): Map<string, string> {
  return new Map(
    questions.flatMap(({ id, place }) =>
      id === undefined ? [] : [[id, `courses/${place.path}:${place.line}`] as const],
    ),
  )
}
