import { parseArgs } from 'node:util'

import { checkCourses, checkDrafts, type Watching } from './check-courses.ts'
import { editionLines } from '../problems/edition-lines.ts'
import { reviewerChecklist } from '../problems/checklist.ts'
import { dayFrom, oneOf, runCommand, todayInSweden, WrongUse } from './command.ts'
import { type Format, formatProblems, formats } from '../problems/format-problems.ts'
import { Memory } from '../files/memory.ts'
import { mendFiles } from '../files/mend-files.ts'
import type { Problem } from '../problems/problem.ts'
import { progressLine } from '../problems/progress.ts'
import { watchCourses } from './watch-courses.ts'

const usage = `npm run -s courses:check -- [PATH…] [--format text|json|github] [--today DATE] [--watch] [--checklist]
  [--fix] [--edition] [--base REV] [--drafts]

Compiles and checks courses/, or another courses folder, or single files or folders of one.
Prints a line for each problem. --watch checks again after every save,
--checklist adds what only a reviewer can judge, --fix first mends what needs no judgement (minutes, L02, and boxes, S24), and --base
compares with a git revision: items and options that changed places or meaning under one id
would turn answers into others (S15).
What the second edition asks of a course that does not say "edition: 2" is one line a course; --edition shows each.
--drafts checks what lies in drafts/ instead, as if it had been moved into courses/.

Exit codes: 0 no error, 1 an error or no courses, 2 wrong call.`

interface Arguments {
  paths: string[]
  format: Format
  /** undefined: the day it is, also when a watch runs past midnight. */
  today: string | undefined
  watch: boolean
  /** What a reviewer has to judge, printed as well. */
  checklist: boolean
  /** What needs no judgement is mended in the files first. */
  fix: boolean
  /** What the second edition asks, also of courses of before. */
  edition: boolean
  /** A git revision to compare with. */
  base: string | undefined
  /** What lies in drafts/ is checked instead. */
  drafts: boolean
}

await runCommand(usage, async () => {
  const args = readArguments()
  if (!args.watch) return check(args, {})

  const memories = new Map<string, Memory>()
  const recheck = async () => {
    const before = process.cpuUsage()
    process.exitCode = await check(args, { memories })
    const { user, system } = process.cpuUsage(before)
    console.error(`checked in ${Math.round((user + system) / 1000)} ms`)
  }
  await recheck()
  watchCourses(args.paths, recheck)
  return Number(process.exitCode)
})

function readArguments(): Arguments {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      today: { type: 'string' },
      watch: { type: 'boolean', default: false },
      checklist: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      edition: { type: 'boolean', default: false },
      base: { type: 'string' },
      drafts: { type: 'boolean', default: false },
    },
  })
  if (values.drafts && (positionals.length > 0 || values.watch || values.fix || values.base !== undefined))
    throw new WrongUse('--drafts checks all that lies in drafts/, without paths, --watch, --fix or --base')
  return {
    paths: positionals.length > 0 ? positionals : ['courses'],
    format: oneOf('--format', formats, values.format),
    today: values.today === undefined ? undefined : dayFrom('--today', values.today),
    watch: values.watch,
    checklist: values.checklist,
    fix: values.fix,
    edition: values.edition,
    base: values.base,
    drafts: values.drafts,
  }
}

/** The problems go to standard output, the sum of them to standard error. */
async function check(args: Arguments, watching: Watching): Promise<number> {
  const { paths, format, checklist, fix, edition, base, drafts } = args
  const progress = format === 'text' ? progressLine(process.stderr) : undefined
  const today = args.today ?? todayInSweden()
  const run = () =>
    drafts ? checkDrafts(today, progress) : checkCourses(paths, today, { ...watching, progress, base })
  const first = await run()
  const mended = fix ? await mendFiles(first.problems) : []
  for (const { path, line, from, to } of mended) console.error(`mended ${path}:${line} "${from}" is "${to}" now`)
  const { problems: all, silenced } = mended.length > 0 ? await run() : first
  const problems = edition ? all : all.filter(({ later }) => !later)
  process.stdout.write(formatProblems(problems, format, process.stdout.isTTY && !process.env.NO_COLOR))
  if (format === 'text') {
    for (const { path, line, id, reason } of silenced) console.error(`silenced ${path}:${line} ${id} ${reason}`)
    if (checklist) for (const { id, en } of reviewerChecklist) console.error(`for the reviewer: [ ] ${id} ${en}`)
    if (!edition) for (const line of editionLines(all)) console.error(line)
    console.error(sumOf(problems, silenced.length))
  }
  return problems.some((problem) => problem.severity === 'error') ? 1 : 0
}

function sumOf(problems: readonly Problem[], silenced: number): string {
  const rest = silenced > 0 ? `, ${count(silenced, 'check')} silenced` : ''
  if (problems.length === 0) return `no problems${rest}`
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const files = new Set(problems.map((problem) => problem.path)).size
  return `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')} in ${count(files, 'file')}${rest}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
