import { type CheckId, checks, isTeaching } from '../problems/checks.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Problem, Problems } from '../problems/problem.ts'
import { commentsIn } from '../markdown/hidden-words.ts'
import { linesInCode } from '../files/lines-in-code.ts'

/** A check that an author has silenced somewhere, and why. */
export interface Allowance {
  path: string
  line: number
  id: CheckId
  reason: string
}

interface Scoped extends Allowance {
  /** First and last line it holds for. */
  from: number
  to: number
}

const allow = /^allow\s+([^\s:]+)\s*(?::(.*))?$/u

/**
 * Takes away the problems that `<!-- allow Q06: reason -->` (in YAML `# allow Q06: reason`) silences: in a question
 * those of the question, above the first heading those of the file, elsewhere those of the block below. One without
 * a reason, of no check of teaching, or that silences nothing is reported. `texts` are the files by path.
 */
export function applyAllowances(
  texts: ReadonlyMap<string, string>,
  problems: Problems,
): { left: Problem[]; silenced: Allowance[] } {
  const allowances = [...texts].flatMap(([path, text]) =>
    isOfCourse(path) && mayAllow.test(text) ? allowancesIn(path, text, problems) : [],
  )
  const used = new Set<Scoped>()
  const before = problems.all()
  const silencedBy = (problem: Problem) =>
    allowances.find(
      (each) =>
        each.path === problem.path && each.id === problem.id && each.from <= problem.line && problem.line <= each.to,
    )
  for (const problem of before) {
    const allowance = silencedBy(problem)
    if (allowance) used.add(allowance)
  }
  for (const unused of allowances.filter((each) => !used.has(each))) {
    problems.warning('S46', unused, `"allow ${unused.id}" silences nothing; take it away`)
  }
  const left = problems.all().filter((problem) => !silencedBy(problem))
  return { left, silenced: [...used].map(({ path, line, id, reason }) => ({ path, line, id, reason })) }
}

/** Looked for in every text; the word alone stands in many. */
const mayAllow = /(?:<!--|#)\s*allow\s/

/** The guides beside the courses show how it is written. */
function isOfCourse(path: string): boolean {
  return path.includes('/') || path.endsWith('.yml')
}

function allowancesIn(path: string, text: string, problems: Problems): Scoped[] {
  const lines = text.split('\n')
  const code = linesInCode(lines)
  return lines.flatMap((line, i) => {
    const match = code.has(i) ? null : allow.exec(allowing(line))
    if (!match) return []
    const [, id = '', reason = ''] = match
    const place = { path, line: i + 1 }
    if (!isTeaching(id)) {
      const known = Object.keys(checks).filter(isTeaching)
      const why = Object.hasOwn(checks, id)
        ? `${id} is about structure and cannot be silenced`
        : `check ${id.slice(0, 20)} does not exist${didYouMean(id, known)}`
      problems.error('S46', place, why)
      return []
    }
    if (reason.trim().length < 10) {
      problems.error('S46', place, `say why ${id} is wrong here: <!-- allow ${id}: reason -->`)
      return []
    }
    return [{ ...place, id, reason: reason.trim(), ...scopeOf(lines, i, path) }]
  })
}

/** The comment of a line that may be an allowance, in markdown or in YAML. */
function allowing(line: string): string {
  const comment = commentsIn(line).find((each) => each.startsWith('allow'))
  if (comment !== undefined) return comment
  const own = line.trim()
  return own.startsWith('#') ? own.slice(1).trim() : ''
}

function scopeOf(lines: readonly string[], at: number, path: string): { from: number; to: number } {
  const body = bodyStart(lines)
  const heading = lines.findIndex((line, i) => i >= body && /^#{1,6}\s/.test(line))
  if (path.endsWith('.yml') || at < body || heading === -1 || at < heading) return { from: 1, to: lines.length }

  const above = lines.slice(0, at + 1).findLastIndex((line) => /^#{1,6}\s/.test(line))
  if (lines[above]!.startsWith('### ')) {
    const next = lines.findIndex((line, i) => i > at && /^#{1,3}\s/.test(line))
    return { from: above + 1, to: next === -1 ? lines.length : next }
  }
  const start = lines.findIndex((line, i) => i > at && line.trim() !== '')
  const end = lines.findIndex((line, i) => i > start && line.trim() === '')
  return { from: at + 1, to: start === -1 || end === -1 ? lines.length : end }
}

function bodyStart(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0
  const end = lines.findIndex((line, i) => i > 0 && line.trim() === '---')
  return end === -1 ? 0 : end + 1
}
