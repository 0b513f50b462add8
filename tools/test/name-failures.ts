import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'

import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/**
 * Adds to the file that FAILURES names a line for each failed test, each file that could not be loaded and each error
 * that belonged to none: what a log that is cut to its last lines must still say.
 */
export default class NameFailures implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strays: readonly SerializedError[]): void {
    const lines = [
      ...modules.flatMap(failuresOf),
      ...strays.map((error) => `an error outside the tests: ${about(error)}`),
    ]
    if (lines.length > 0) appendFileSync(process.env.FAILURES!, `${lines.join('\n')}\n`)
  }
}

function failuresOf(module: TestModule): string[] {
  const name = `${module.project.name || 'tests'} ${relative(process.cwd(), module.moduleId)}`
  const tests = [...module.children.allTests('failed')].map(
    (test) => `${name} > ${test.fullName}: ${about(test.result().errors?.[0])}`,
  )
  const own = [module, ...module.children.allSuites()].flatMap((part) => part.errors())
  return [...own.map((error) => `${name}: ${about(error)}`), ...tests]
}

/** The first of its lines, no longer than what a reader takes in. */
function about(error: { message?: string } | undefined): string {
  return (error?.message ?? 'without a word').split('\n', 1)[0]!.slice(0, 300)
}
