import { watch } from 'node:fs'
import { parseArgs } from 'node:util'

import { checkCourses } from './check-courses.ts'
import { findCourses } from './find-courses.ts'
import { type Format, formatProblems, formats } from './format-problems.ts'
import type { Problem } from './problem.ts'

const usage = `npm run -s courses:check -- [PATH…] [--format text|json|github] [--today DATE] [--watch]

Compiles and checks courses/, or another courses folder, or single files or folders of one.
Prints a line for each problem, and ends with 1 when one of them is an error.`

interface Arguments {
  paths: string[]
  format: Format
  today: string
  watching: boolean
}

const args = readArguments()
if (typeof args === 'string') {
  console.error(args)
  process.exitCode = args === usage ? 0 : 2
} else {
  process.exitCode = await check(args)
  if (args.watching) checkAgain(args)
}

/** The command's arguments, or what is wrong with them. */
function readArguments(): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        today: { type: 'string', default: new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' }) },
        watch: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const format = formats.find((name) => name === values.format)
    if (values.help) return usage
    if (!format) return `--format is one of ${formats.join(', ')}\n\n${usage}`
    if (!isDay(values.today)) return `--today is a date such as 2026-11-23\n\n${usage}`
    const paths = positionals.length > 0 ? positionals : ['courses']
    return { paths, format, today: values.today, watching: values.watch }
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true
}

/** The problems go to standard output, the sum of them to standard error. */
async function check({ paths, format, today }: Arguments): Promise<number> {
  const problems = await checkCourses(paths, today)
  process.stdout.write(formatProblems(problems, format, process.stdout.isTTY && !process.env.NO_COLOR))
  if (format === 'text') console.error(sumOf(problems))
  return problems.some((problem) => problem.severity === 'error') ? 1 : 0
}

function sumOf(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'no problems'
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const files = new Set(problems.map((problem) => problem.path)).size
  return `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')} in ${count(files, 'file')}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** An editor writes a file in several steps, so a moment passes before the next check. */
function checkAgain(options: Arguments): void {
  let timer: NodeJS.Timeout | undefined
  for (const root of new Set(options.paths.flatMap((path) => findCourses(path)?.root ?? []))) {
    watch(root, { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(async () => {
        console.error(`\n${new Date().toLocaleTimeString('sv-SE')}`)
        process.exitCode = await check(options)
      }, 100)
    })
  }
  console.error('watching for changes; Ctrl+C ends')
}
