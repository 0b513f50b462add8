import type { Locale } from '../../../../formats/catalogue/catalogue.ts'
import { wordsOf } from '../../language/measure.ts'
import { runningText, sectionsOf } from '../../markdown/prose.ts'
import type { WrittenLesson } from '../../written/written-page.ts'
import type { Report } from './report.ts'

/** So many in a row are no chance. */
const inARow = 8

/** L24: says once for each pair of lessons where the later one repeats the earlier; what is quoted may be. */
export function checkRepeatedWords(lessons: readonly WrittenLesson[], locale: Locale, report: Report): void {
  const known = new Map<string, string>()
  for (const { path, body } of lessons) {
    const own = new Set<string>()
    const told = new Set<string>()
    for (const { kind, text, place } of runningText(sectionsOf(body, locale))) {
      if (kind === 'quote') continue
      for (const words of rowsOf(text)) {
        const other = known.get(words)
        if (other !== undefined && !told.has(other)) {
          told.add(other)
          report('L24', place, `"${words}" stands word for word in ${other}; say it in another way, or once`)
        }
        own.add(words)
      }
    }
    for (const words of own) if (!known.has(words)) known.set(words, path)
  }
}

function rowsOf(text: string): string[] {
  const words = wordsOf(text.toLowerCase())
  return words.slice(inARow - 1).map((_, i) => words.slice(i, i + inARow).join(' '))
}
