import { Problems } from '../problems/problem.ts'

/**
 * What earlier runs found out, for a checker that runs again after every saved file. A step whose inputs are the very
 * same is not done again: its result is the same object, and the problems it reported are reported again.
 */
export class Memory {
  /** Files as they were last read, by their full path. */
  readonly files = new Map<string, { stamp: string; bytes: Uint8Array }>()
  readonly #steps = new Map<string, { inputs: readonly unknown[]; result: unknown; problems: Problems }>()

  /** Does a step, or remembers it. `inputs` are compared by identity, so everything the step depends on must be there. */
  step<T>(name: string, inputs: readonly unknown[], problems: Problems, work: (problems: Problems) => T): T {
    const kept = this.#steps.get(name)
    if (kept && isSame(kept.inputs, inputs)) {
      problems.include(kept.problems)
      return kept.result as T
    }
    const own = new Problems()
    const result = work(own)
    this.#steps.set(name, { inputs, result, problems: own })
    problems.include(own)
    return result
  }
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && now.every((input, i) => Object.is(input, before[i]))
}
