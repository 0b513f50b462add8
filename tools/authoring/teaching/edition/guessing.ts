import type { Locale } from '../../../../formats/catalogue/catalogue.ts'
import { textOf } from '../../markdown/prose.ts'
import { optionText } from '../../questions/option-checks.ts'
import { authoringOf } from '../../questions/registry.ts'
import type { WrittenPool } from '../../written/written-page.ts'
import { type Score, scoreNoFault, scorePrograms } from './know-nothing.ts'
import type { Report } from './report.ts'

/** Among fewer a share says little. */
const fewest = 20
const slack = 0.1

type Rates = Omit<Score, 'program'>

/** Q23: in a pool the form of the options helps nobody who has read nothing, nor does it mislead. */
export function checkGuessing({ path, questions }: WrittenPool, locale: Locale, report: Report): void {
  const choices = questions.flatMap((question) => {
    const options = authoringOf(question).cues(question)
    const key = options.flatMap(({ right }, ordinal) => (right ? [ordinal] : []))
    return options.length > 0 ? [{ stem: textOf(question.stem), options: options.map(optionText), key }] : []
  })
  const passages = questions.flatMap((question) => {
    const key = authoringOf(question).faulty(question)
    return key ? [{ sentences: authoringOf(question).ordinals(question), key }] : []
  })
  const place = { path, line: 1 }
  if (choices.length >= fewest)
    for (const score of scorePrograms(choices, locale).filter(isOutside))
      report('Q23', place, `choosing ${score.program} gets ${said(score, `${choices.length} choices`)}`)
  if (passages.length >= fewest) {
    const score = scoreNoFault(passages)
    if (isOutside(score))
      report('Q23', place, `answering "no fault" gets ${said(score, `${passages.length} passages`)}`)
  }
}

/** Whether the form of the options says something. */
function isOutside({ right, chance }: Rates): boolean {
  return Math.abs(right - chance) > slack
}

function said({ right, chance }: Rates, what: string): string {
  const [own, drawn] = [right, chance].map((share) => (100 * share).toFixed(0))
  const why = right > chance ? 'gives the answer away' : 'leads away from the answer'
  return `${own} % of the pool's ${what} right, and drawing gets ${drawn} %; within 10 points, for else the form ${why}`
}
