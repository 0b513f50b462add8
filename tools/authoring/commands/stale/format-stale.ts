import type { Format } from '../../problems/format-problems.ts'
import { annotation } from '../../problems/github.ts'
import type { Place } from '../../problems/problem.ts'
import type { Due, Stale, ToOpen } from './find-stale.ts'

/** What is past is an error here and nowhere else: no build breaks by the calendar. */
const levels = { past: 'error', near: 'warning' } as const

/** What the command prints. `root` is put before the paths. */
export function formatStale({ due, toOpen, unread }: Stale, format: Format, root: string): string {
  const shown = <T extends { place: Place }>({ place, ...rest }: T) => {
    return { ...rest, path: `${root}/${place.path}`, line: place.line, column: place.column ?? 1 }
  }
  if (format === 'json') {
    const report = { due: due.map(shown), toOpen: toOpen.map(shown), unread }
    return `${JSON.stringify(report, null, 2)}\n`
  }
  const lines = [
    ...due.map((entry) => ({
      ...shown(entry),
      level: levels[entry.state],
      check: checkOf(entry),
      message: wordsFor(entry),
    })),
    ...toOpen.map((fact) => ({
      ...shown(fact),
      level: 'notice' as const,
      check: 'L19',
      message: wordsToOpen(fact),
    })),
  ]
  return lines
    .map(({ path, line, column, level, check, message }) => {
      const text = `${path}:${line}:${column} ${level} ${check} ${message}`
      return `${format === 'github' ? annotation({ level, path, line, column, title: check, message }) : text}\n`
    })
    .join('')
}

function checkOf({ what }: Due): string {
  return what === 'lesson' ? 'L16' : 'L19'
}

function wordsFor({ what, id, state, due, checked, lessons }: Due): string {
  const when = state === 'past' ? `should have been checked again by ${due}` : `is to be checked again by ${due}`
  const where = what === 'lesson' ? `lesson ${lessons[0]}` : `fact ${id}`
  const used = what === 'lesson' ? '' : `; ${usedIn(lessons)}`
  return `${where} ${when} (last checked ${checked})${used}`
}

function wordsToOpen({ id, read, leftOut, url, citations, lessons }: ToOpen): string {
  const state = leftOut === null ? `is shown, read as a ${read}` : `may not be shown: ${leftOut}`
  const sentences = citations === 0 ? 'no sentence' : citations === 1 ? '1 sentence' : `${citations} sentences`
  return `fact ${id} ${state}; open ${url ?? 'its official page'}; cited by ${sentences}, ${usedIn(lessons)}`
}

function usedIn(lessons: string[]): string {
  return lessons.length === 0 ? 'no lesson lists it' : `used in ${lessons.join(', ')}`
}

/** The last line: what all of it comes to. */
export function sumOf({ due, toOpen }: Stale, within: number): string {
  const past = due.filter((entry) => entry.state === 'past').length
  return `${past} past their date, ${due.length - past} within ${within} days, ${toOpen.length} sources to open`
}
