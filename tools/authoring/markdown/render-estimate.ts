import { foldedPart } from '../../../formats/catalogue/estimate-parts.ts'
import { amountIn } from '../../../worker/questions/amount-in.ts'
import type { Locale } from '../../../formats/locales.ts'
import { readYaml } from '../files/yaml-source.ts'
import { escapeText } from '../language/typography.ts'
import type { TokenSection } from './split-sections.ts'
import { Problems } from '../problems/problem.ts'
import { estimateComment } from './find-estimate.ts'
import { EstimateHead } from '../files/estimate-head.ts'

const words = {
  sv: { open: 'Läs vidare utan att gissa', answer: 'Svaret' },
  en: { open: 'Read on without guessing', answer: 'The answer' },
} as const

/** What a section's comment says, where the section is an estimate; one that cannot be read has been reported. */
export function estimateOf(section: TokenSection): EstimateHead | undefined {
  const comment = estimateComment(section)
  if (!comment) return undefined
  return readYaml({ path: '', text: comment.yaml, line: 1, column: 1 }, EstimateHead, new Problems()).value
}

/** The section after an estimate. */
export function renderFolded({ id, answer, unit }: EstimateHead, text: string, locale: Locale): string {
  const own = words[locale]
  const amount = escapeText(amountIn(locale, answer, unit))
  return foldedPart(id, { open: own.open, answer: `${own.answer}: <strong>${amount}</strong>` }, text)
}
