import type { InBoth } from '../../../../formats/locales.ts'
import type { Format } from '../../problems/format-problems.ts'
import { annotation } from '../../problems/github.ts'
import type { Behind } from './find-behind.ts'

const names: InBoth<string> = { sv: 'Swedish', en: 'English' }

/** What the command prints. `root` is put before the paths. */
export function formatBehind(behind: readonly Behind[], format: Format, root: string): string {
  const shown = behind.map((page) => ({ ...page, path: `${root}/${page.path}`, other: `${root}/${page.other}` }))
  if (format === 'json') {
    const report = shown.map(({ changed: { day, subject = null }, ...page }) => ({ ...page, day, subject }))
    return `${JSON.stringify(report, null, 2)}\n`
  }
  return shown
    .map((page) => {
      const { path } = page
      const message = wordsFor(page)
      return format === 'github'
        ? `${annotation({ level: 'warning', path, line: 1, title: 'languages', message })}\n`
        : `${path}:1 warning ${message}\n`
    })
    .join('')
}

function wordsFor({ locale, other, changed: { day, subject } }: Behind): string {
  const [own, theirs] = locale === 'en' ? [names.en, names.sv] : [names.sv, names.en]
  const when = subject === undefined ? 'which is not committed yet' : `on ${day} ("${subject}")`
  return `the ${own} has not been touched since the ${theirs} changed, ${when}: does it still say the same? ${other}`
}
