import type { Format } from '../../problems/format-problems.ts'
import { annotation } from '../../problems/github.ts'
import type { Behind } from './find-behind.ts'

const names: Record<Behind['language'], string> = { sv: 'Swedish', en: 'English', easy: 'easy Swedish' }

/** What the command prints. `root` is put before the paths. */
export function formatBehind(behind: readonly Behind[], format: Format, root: string): string {
  const shown = behind.map((page) => ({ ...page, path: `${root}/${page.path}`, other: `${root}/${page.other}` }))
  if (format === 'json') {
    const report = shown.map(({ path, language, other, changed: { day, subject = null } }) => ({
      path,
      locale: language === 'easy' ? 'sv' : language,
      other,
      day,
      subject,
    }))
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

function wordsFor({ language, other, otherLanguage, changed: { day, subject } }: Behind): string {
  const [own, theirs] = [names[language], names[otherLanguage]]
  const when = subject === undefined ? 'which is not committed yet' : `on ${day} ("${subject}")`
  return `the ${own} has not been touched since the ${theirs} changed, ${when}: does it still say the same? ${other}`
}
