import type { Place, Problems } from '../problems/problem.ts'
import { linesInCode } from './lines-in-code.ts'

const conflict = /^(?:<{7}|>{7}|\|{7})(?: |$)/
const noteToSelf = /(?<![\p{L}\p{N}_])(?:TODO|FIXME|TBD|XXX)(?![\p{L}\p{N}_])|lorem ipsum/iu
const inCapitals = /TODO|FIXME|TBD|XXX/
/** In an example or an instruction that is shown, brackets mark what changes. */
const quoted = /["“”][^"“”]*["“”]/gu
const placeholder = /\[(?![ xX]?\])[^[\]\n]{1,60}\](?![[(])/u

/** Reports what git leaves between two versions, and notes that a writer made for later, in any file of a course. */
export function reportUnfinished(path: string, text: string, problems: Problems): void {
  if (!/^(?:<{7}|>{7}|\|{7})|TODO|FIXME|TBD|XXX|lorem/im.test(text)) return
  const lines = text.split('\n')
  const code = linesInCode(lines)
  for (const [i, line] of lines.entries()) {
    const place = { path, line: i + 1 }
    if (conflict.test(line)) {
      const message = 'a merge conflict that is not resolved; keep one version and take the lines of <, | and > away'
      problems.error('S08', place, message)
    } else if (!code.has(i)) reportNote(shownIn(line, path), place, problems)
  }
}

function reportNote(line: string, place: Place, problems: Problems): void {
  const found = noteToSelf.exec(line)
  if (!found || (!inCapitals.test(found[0]) && !/lorem/i.test(found[0]))) return
  const message = `"${found[0]}" is a note for later; do it, or take it away`
  problems.error('S09', { ...place, column: found.index + 1 }, message)
}

/** Without code, and without the comments of YAML; each sign keeps its place. */
function shownIn(line: string, path: string): string {
  const blank = (part: string) => ' '.repeat(part.length)
  return path.endsWith('.yml') ? line.replace(/(?:^|\s)#.*$/, blank) : line.replace(/`[^`]*`/g, blank)
}

/** Reports something in brackets that was to be filled in: `[namn]`. */
export function reportPlaceholder(text: string, place: Place, problems: Problems): void {
  const [found] = placeholder.exec(text.replace(quoted, '')) ?? []
  if (found === undefined) return
  const message = `"${found}" was to be filled in; write it out, or "\\${found.slice(0, -1)}\\]" to show the brackets`
  problems.error('S09', place, message)
}
