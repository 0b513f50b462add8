import type { Problems } from '../problems/problem.ts'
import type { WrittenOption } from './options.ts'

/** Reports ids that cannot be used, are used twice in a question, or that only some of its options have. */
export function checkOptionIds(options: readonly WrittenOption[], problems: Problems): void {
  if (options.every(({ id }) => id === undefined)) return

  for (const [i, { id, place }] of options.entries()) {
    if (id === undefined)
      problems.error(
        'S03',
        place,
        `option ${i + 1} has no <!-- o: … -->, but others have; give every option one, or none`,
      )
    else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 40)
      problems.error(
        'S03',
        place,
        `"${id.slice(0, 40)}" is no option's id: a–z, digits and hyphens, such as frozen-nuts`,
      )
    else if (options.slice(0, i).some((other) => other.id === id))
      problems.error('S13', place, `the id ${id} is used for two options of this question`)
  }
}

/** Of a whole question: every option's id, by ordinal; nothing where they have none. */
export function optionIdsOf(options: readonly WrittenOption[]): { optionIds?: string[] } {
  const ids = options.flatMap(({ id }) => id ?? [])
  return ids.length === options.length ? { optionIds: ids } : {}
}

/** Which option is another one than before, by what their author calls them; undefined where all are the same. */
export function renamedOption(old: readonly string[], now: readonly string[]): string | undefined {
  const moved = now.findIndex((id, i) => id !== old[i])
  return moved === -1
    ? undefined
    : `option ${moved + 1} is ${now[moved]} now and was ${old[moved]}, so answers given would say something else`
}
