import type { Locale } from '../../../formats/locales.ts'
import type { Given, Reading } from '../../../worker/questions/given.ts'
import type { ChoiceText } from '../../../worker/questions/options.ts'
import type { Exported } from './exported.ts'
import { foldedWords } from '../markdown/folded-words.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import type { Markdown } from '../markdown/markdown.ts'
import { changedOptions } from './changed-options.ts'
import { isOption, readOptions, type WrittenOption } from './options.ts'
import type { Problems } from '../problems/problem.ts'
import { renderPhrase, renderStem } from '../markdown/render-phrases.ts'
import { readStem, splitAt } from './read-parts.ts'
import type { Say, Source, Written } from './type-authoring.ts'

/** What the types have in common that are written as a task list with feedback under each option. */
export interface WithOptions extends Written {
  options: WrittenOption[]
}

export function readWithOptions(
  { lines, place }: Source,
  problems: Problems,
): { stem: Markdown; options: WrittenOption[] } {
  const [before, list] = splitAt(lines, lines.findIndex(isOption))
  const stem = readStem(before, place, problems)
  const options = readOptions(place.path, list, problems)
  if (options.length === 0)
    problems.error('S23', place, 'the question has no options; write them as a task list: "- [ ] …" and "- [x] …"')
  return { stem, options }
}

/** Who chooses one of two that say the same has answered rightly and wrongly. */
export function checkEqual(options: readonly WrittenOption[], problems: Problems): void {
  const folded = options.map(({ text }) => foldedWords(text))
  for (const [i, { place }] of options.entries()) {
    const first = folded.indexOf(folded[i]!)
    if (first === i || folded[i] === '') continue
    const message = `options ${first + 1} and ${i + 1} say the same, so nobody can tell them apart; write them differently`
    problems.error('S49', place, message)
  }
}

export function countRight(options: readonly { right: boolean }[]): number {
  return options.filter((option) => option.right).length
}

/** Ordinals of the options with [x]. */
export function rightOf(options: readonly { right: boolean }[]): number[] {
  return options.flatMap((option, ordinal) => (option.right ? [ordinal] : []))
}

export function answersOf(options: readonly WrittenOption[]): string[] {
  return options.map(({ text }) => foldedWords(text)).sort()
}

export function optionsText({ stem, options }: WithOptions, context: MarkdownContext): ChoiceText {
  return {
    stem: renderStem(stem, context),
    options: options.map(({ text, feedback }) => ({
      text: renderPhrase(text, context),
      feedback: renderPhrase(feedback, context),
    })),
  }
}

export function exportedPicks({ stem, options }: ChoiceText, key: readonly number[], several: boolean): Exported {
  return { form: 'picks', stem, several, options: options.map((option, i) => ({ ...option, right: key.includes(i) })) }
}

/** As many options as are right: those, or others. */
function giveOptions({ key }: { key: readonly number[] }, right: boolean, { tokens }: Reading): Given {
  return tokens.filter((_, ordinal) => key.includes(ordinal) === right).slice(0, key.length)
}

/** What is the same of every type with options. */
export const withOptions = {
  follows: 'options',
  parts: 'options',
  key: ({ options }: WithOptions) => rightOf(options),
  ordinals: ({ options }: WithOptions) => options.length,
  source: ({ stem, options }: WithOptions) => ({
    options: options.map((option) => ({ feedback: option.feedback.text, text: option.text.text })),
    stem: stem.text,
  }),
  parity({ sv, en }: Record<Locale, WithOptions>, say: Say): void {
    const [options, theirs] = [en.options.length, sv.options.length]
    if (options === 0 || theirs === 0) return
    if (options !== theirs) say(en.place, `${options} options, but ${theirs} in Swedish`)
    const renamed = en.options.find((option, i) => options === theirs && option.ids[0] !== sv.options[i]!.ids[0])
    if (renamed) say(renamed.place, `this option is called ${renamed.ids[0] ?? 'nothing'}, but otherwise in Swedish`)
    const moved = en.options.find((option, i) => options === theirs && option.right !== sv.options[i]!.right)
    if (!moved) return
    const [own, other] = moved.right ? ['right', 'wrong'] : ['wrong', 'right']
    say(moved.place, `this option is ${own}, but ${other} in Swedish`)
  },
  swapped: changedOptions,
  give: giveOptions,
}
