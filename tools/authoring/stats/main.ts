import { parseArgs } from 'node:util'

import type { Question } from '../../../worker/courses/catalogue.ts'
import { CannotGoOn, oneOf, runCommand, WrongUse } from '../command.ts'
import { type Compilation, compileCourses } from '../compile.ts'
import { withLearners } from '../learners-database.ts'
import { readCourses, shownFolder } from '../read-courses.ts'
import { readFirstAnswers } from './first-answers.ts'
import { type CourseStatistics, formatStats } from './format-stats.ts'
import { itemStatistics, reliability } from './item-statistics.ts'

const usage = `npm run -s courses:stats -- [COURSE] [--format text|json]

How questions do, from first answers only, beside the line where each is written: how many were right (p), how well the
question tells skill (r, corrected point-biserial), the share of each option. Figures that too few have answered for
are not shown. Reads LIBSQL_URL, or the embedded database.`

await runCommand(usage, stats)

async function stats(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  })
  const format = oneOf('--format', ['text', 'json'] as const, values.format)
  if (positionals.length > 1) throw new WrongUse('name one course only')
  const compilation = compileCourses(await readCourses('courses'), shownFolder('courses'))
  const wanted = compilation.courses.filter(({ id }) => positionals.length === 0 || id === positionals[0])
  if (wanted.length === 0) throw new CannotGoOn(`there is no course ${positionals[0] ?? ''}`.trim())

  const found = await withLearners(async (client) => {
    const all: CourseStatistics[] = []
    for (const { id, lessons, pool } of wanted) {
      const { practice, test } = await readFirstAnswers(client, id)
      const keys = keysOf([...lessons.flatMap((lesson) => lesson.questions), ...pool])
      const at = placesIn(compilation, id)
      const order = [...at.keys()]
      const placed = (responses: typeof practice) =>
        itemStatistics(responses, keys)
          .map((item) => ({ ...item, at: at.get(item.question) ?? 'no longer asked' }))
          .sort((a, b) => order.indexOf(a.question) - order.indexOf(b.question))
      all.push({
        course: id,
        practice: { items: placed(practice), reliability: reliability(practice) },
        test: { items: placed(test) },
      })
    }
    return all
  })
  if (!found) throw new CannotGoOn('there is no database: set LIBSQL_URL, or start Navet once')
  process.stdout.write(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : formatStats(found))
  return 0
}

/** Right ordinals of the questions that have options to choose. */
function keysOf(questions: readonly Question[]): Map<string, { right: readonly number[]; options: number }> {
  return new Map(
    questions.flatMap((question) =>
      'options' in question.text.sv && 'key' in question && Array.isArray(question.key)
        ? [[question.id, { right: question.key as number[], options: question.text.sv.options.length }] as const]
        : [],
    ),
  )
}

/** Where each question is written in Swedish, `path:line`. */
function placesIn({ written }: Compilation, course: string): Map<string, string> {
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
