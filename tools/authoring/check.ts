import { existsSync, statSync, watch } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs, styleText } from 'node:util'

import { compileCourses } from './compile.ts'
import { lineOf, type Problem } from './problem.ts'
import { readCourses } from './read-courses.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    format: { type: 'string', default: 'text' },
    today: { type: 'string' },
    watch: { type: 'boolean', default: false },
  },
})
const formats: Record<string, (problems: Problem[]) => string> = { text: asText, json: asJson, github: asGithub }
const format = formats[values.format]
if (!format) fail(`--format is text, json or github, not ${values.format}`)

const paths = positionals.length > 0 ? positionals : ['courses']
const missing = paths.filter((path) => !existsSync(path))
if (missing.length > 0) fail(`there is no ${missing.join(', ')}`)

const failed = await checkAll()
if (values.watch) {
  for (const root of new Set(paths.map(rootOf))) watch(root, { recursive: true }, () => void checkAll())
} else process.exit(failed ? 1 : 0)

/** Checks every path's courses folder; of a single file only its own problems are told. True when there is an error. */
async function checkAll(): Promise<boolean> {
  const problems: Problem[] = []
  for (const path of paths) {
    const root = rootOf(path)
    const found = compileCourses(await readCourses(root), root.replace(/\/+$/, '')).problems
    const isWhole = resolve(path) === resolve(root)
    problems.push(...found.filter((problem) => isWhole || resolve(problem.path).startsWith(resolve(path))))
  }
  console.log(format!(problems))
  return problems.some((problem) => problem.severity === 'error')
}

/** The courses folder that a path is or lies in: the one that holds competences.yml. */
function rootOf(path: string): string {
  let folder = statSync(path).isDirectory() ? path : dirname(path)
  const given = folder
  while (!existsSync(join(folder, 'competences.yml'))) {
    const above = dirname(folder)
    if (above === folder || basename(folder) === '') return given
    folder = above
  }
  return folder
}

function asText(problems: Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const summary = problems.length === 0 ? 'no problems' : `${errors} errors, ${problems.length - errors} warnings`
  return [...problems.map(paint), summary].join('\n')
}

function paint(problem: Problem): string {
  const line = lineOf(problem)
  return process.stdout.isTTY ? styleText(problem.severity === 'error' ? 'red' : 'yellow', line) : line
}

function asJson(problems: Problem[]): string {
  return JSON.stringify(
    problems.map(({ path, line, column, severity, id, message }) => ({ path, line, column, severity, id, message })),
  )
}

/** Workflow commands: annotations beside the line in a pull request. */
function asGithub(problems: Problem[]): string {
  const escape = (text: string) => text.replaceAll('%', '%25').replaceAll('\n', '%0A')
  return problems
    .map(
      ({ path, line, column, severity, id, message }) =>
        `::${severity} file=${path},line=${line},col=${column},title=${id}::${escape(message)}`,
    )
    .join('\n')
}

function fail(line: string): never {
  console.error(line)
  process.exit(1)
}
