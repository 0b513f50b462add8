import type { NameFault } from '../../accounts/rules.ts'
import { readName } from '../../accounts/rules.ts'

/** So many at once, and so many that are open: a whole shift, and every workshop of a company. */
const mostAtOnce = 100
export const mostOpen = 500

export type PapersFault =
  | { fault: 'none' | 'too-many' | 'too-many-open' | 'team' }
  | { fault: NameFault | 'twice'; line: number }

/** The names of a list, one a line as whoever invites writes them; or the first line that is wrong. */
export function readNames(text: string): { names: string[] } | PapersFault {
  const lines = text.slice(0, 20_000).split(/\r\n|\r|\n/)
  const names = new Set<string>()
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const read = readName(line.replaceAll('\t', ' '))
    if ('fault' in read) return { fault: read.fault, line: i + 1 }
    if (names.has(read.name)) return { fault: 'twice', line: i + 1 }
    names.add(read.name)
    if (names.size > mostAtOnce) return { fault: 'too-many' }
  }
  return names.size === 0 ? { fault: 'none' } : { names: [...names] }
}
