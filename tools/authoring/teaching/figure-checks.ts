import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { Problems } from '../problems/problem.ts'
import { citationMark, sentencesOf } from '../language/measure.ts'
import { runningText, type Section } from '../markdown/prose.ts'
import { claims, fullDates, products } from '../language/words.ts'

/** What somebody says or an AI answered, within the running text. */
const quoted = /["“”][^"“”]*["“”]/gu

/** L17 and L18: products, and figures or articles without a fact. */
export function checkFigures(locale: Locale, sections: readonly Section[], problems: Problems): void {
  for (const section of sections) {
    for (const { text, kind, place, isToolNote } of runningText([section])) {
      const product = products.exec(text)?.[0]
      if (product && !isToolNote) {
        const note = locale === 'sv' ? '> **Verktyg:** …' : '> **Tool:** …'
        problems.warning(
          'L17',
          place,
          `${product} is named; products change, so name it in a tool note (${note}) or not at all`,
        )
      }
      // A quote is somebody's answer or example; the worked case has invented figures.
      if (kind === 'quote' || section.isCase) continue
      for (const sentence of sentencesOf(text)) {
        const claim = claims[locale].exec(sentence.replace(quoted, '').replace(fullDates, ''))?.[0]
        if (claim === undefined || sentence.includes(citationMark)) continue
        problems.error(
          'L18',
          place,
          `"${claim.trim()}" needs a source: cite a fact of facts.yml after the sentence ([^f-…]), or say it without the figure`,
        )
      }
    }
  }
}
