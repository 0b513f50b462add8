import { lexBlocks, type Markdown } from '../markdown/markdown.ts'
import { isOption } from './options.ts'
import type { Place, Problems } from '../problems/problem.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'
import { fitsStem } from '../markdown/render-phrases.ts'

export function splitAt<T>(list: readonly T[], index: number): [T[], T[]] {
  return index === -1 ? [[...list], []] : [list.slice(0, index), list.slice(index)]
}

export function readStem(lines: readonly QuizLine[], place: Place, problems: Problems): Markdown {
  const first = lines.findIndex((line) => line.text.trim() !== '')
  const text =
    first === -1
      ? ''
      : lines
          .slice(first)
          .map((line) => line.text)
          .join('\n')
          .trimEnd()
  const stem = lexBlocks(text, first === -1 ? place : { path: place.path, line: lines[first]!.number }, problems)
  for (const token of stem.tokens) {
    if (fitsStem(token)) continue
    problems.error(
      'S36',
      stem.place,
      `a ${token.type} cannot stand in a question; use paragraphs, quotes, lists and code`,
    )
  }
  return stem
}

export function refuseBoxes(lines: readonly QuizLine[], type: string, { path }: Place, problems: Problems): void {
  const box = lines.find(isOption)
  if (box) problems.error('S38', { path, line: box.number }, `a question of type ${type} has no "[ ]" boxes`)
}
