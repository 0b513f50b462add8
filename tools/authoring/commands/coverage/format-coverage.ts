import type { CellCoverage, Coverage, Gaps } from './measure-coverage.ts'

const widest = 64

/** A table of cells, each with its outcomes under it, and then the gaps by name. */
export function formatCoverage({ cells, gaps }: Coverage): string {
  const rows = [['cell', 'lessons', 'practice', 'badge', ''], ...cells.flatMap(rowsOf)]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  const table = rows.map((row) => {
    const [name, ...numbers] = row.slice(0, 4)
    const aligned = [name!.padEnd(widths[0]!), ...numbers.map((number, i) => number.padStart(widths[i + 1]!))]
    return `${aligned.join('  ')}  ${row[4]}`.trimEnd()
  })
  return `${[...table, '', ...gapLines(gaps)].join('\n')}\n`
}

function rowsOf({ cell, name, lessons, practice, badge, outcomes }: CellCoverage): string[][] {
  return [
    [cell, String(lessons.length), String(practice), String(badge), name],
    ...outcomes.map((outcome) => [
      `  ${outcome.id}`,
      '',
      String(outcome.practice),
      String(outcome.badge),
      `  ${shortened(outcome.words)}`,
    ]),
  ]
}

function shortened(words: string): string {
  return words.length > widest ? `${words.slice(0, widest - 1).trimEnd()}…` : words
}

function gapLines({ withoutLesson, withoutPractice, withoutBadge, thin }: Gaps): string[] {
  const lines = [
    ['no lesson', withoutLesson],
    ['no practice question', withoutPractice],
    ['no badge question', withoutBadge],
    ['promised, but fewer than 3 badge questions', thin.map((gap) => `${gap.outcome} (${gap.course}: ${gap.badge})`)],
  ] as const
  const gaps = lines.filter(([, names]) => names.length > 0).map(([gap, names]) => `${gap}: ${names.join(', ')}`)
  return gaps.length > 0 ? gaps : ['no gaps']
}
