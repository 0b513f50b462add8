import { appendFileSync } from 'node:fs'

/** What a drill counted: in a line of its own, and for `npm run drill` in the file that it names. */
export function tellFigures(drill: string, figures: Record<string, number>): void {
  const words = Object.entries(figures).map(([name, value]) => `${name} ${value}`)
  console.log(`${drill}: ${words.join(', ')}`)
  const { DRILL_FIGURES } = process.env
  if (DRILL_FIGURES) appendFileSync(DRILL_FIGURES, `${JSON.stringify({ drill, ...figures })}\n`)
}
