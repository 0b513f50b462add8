import { saidInComments } from '../markdown/hidden-words.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'
import type { Problems } from '../problems/problem.ts'
import type { WrittenOption } from './options.ts'

/** Reports ids that cannot be used, are used twice in a question, or that only some of its options have. */
export function checkOptionIds(options: readonly WrittenOption[], problems: Problems): void {
  if (options.every(({ ids }) => ids.length === 0)) return

  for (const [i, { ids, place }] of options.entries()) {
    const [id, another] = ids
    if (id === undefined)
      problems.error(
        'S03',
        place,
        `option ${i + 1} has no <!-- o: … -->, but others have; give every option one, or none`,
      )
    else if (another !== undefined)
      problems.error(
        'S03',
        place,
        `the option is called both ${id.slice(0, 40)} and ${another.slice(0, 40)}; take one away`,
      )
    else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 40)
      problems.error(
        'S03',
        place,
        `"${id.slice(0, 40)}" is no option's id: a–z, digits and hyphens, such as frozen-nuts`,
      )
    else if (options.slice(0, i).some((other) => other.ids[0] === id))
      problems.error('S13', place, `the id ${id} is used for two options of this question`)
  }
}

/** Reports such ids on lines of a list whose order, or whose pairs, are the key: nothing would be known by them. */
export function refuseOptionIds(path: string, lines: readonly QuizLine[], problems: Problems): void {
  const named = lines.find(({ raw, inCode }) => !inCode && saidInComments(raw, 'o').length > 0)
  if (!named) return
  const message =
    '<!-- o: … --> names an option under its box; what is put in order or paired has no such names, take it away'
  problems.error('S03', { path, line: named.number }, message)
}

/** Of a whole question: every option's id, by ordinal; nothing where they have none. */
export function optionIdsOf(options: readonly WrittenOption[]): { optionIds?: string[] } {
  const ids = options.flatMap(({ ids: [id] }) => id ?? [])
  return ids.length === options.length ? { optionIds: ids } : {}
}

/** Which option is another one than before, by what their author calls them; undefined where all are the same. */
export function renamedOption(old: readonly string[], now: readonly string[]): string | undefined {
  const moved = now.findIndex((id, i) => id !== old[i])
  return moved === -1
    ? undefined
    : `option ${moved + 1} is ${now[moved]} now and was ${old[moved]}, so answers given would say something else`
}
