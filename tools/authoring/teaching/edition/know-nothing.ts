import type { Locale } from '../../../../formats/catalogue/catalogue.ts'
import { absolutes, cautions, hedges } from '../../language/words.ts'
import { wordsOf } from '../../language/measure.ts'

/** A question as somebody sees it who has read no lesson, and the ordinals of what is right. */
export interface Guessable {
  stem: string
  options: readonly string[]
  key: readonly number[]
}

type Weigh = (option: string, question: Guessable, locale: Locale) => number

const weighers = {
  'the longest': (option) => [...option].length,
  'the most hedged': (option, _, locale) => countOf(hedges[locale], option),
  'the one most like the question': (option, { stem }) => {
    const asked = longWords(stem)
    return [...longWords(option)].filter((word) => asked.has(word)).length
  },
  'the odd one out': (option, { options }) => {
    const others = new Set(options.filter((other) => other !== option).flatMap((other) => [...wordSet(other)]))
    return -[...wordSet(option)].filter((word) => others.has(word)).length
  },
  'the most cautious': (option, _, locale) => countOf(cautions[locale], option),
  'the one of the shortest words': (option) => {
    const words = wordsOf(option)
    return -words.reduce((sum, word) => sum + [...word].length, 0) / Math.max(1, words.length)
  },
  'one without "always" and "never"': (option, _, locale) => -Number(absolutes[locale].test(option)),
} satisfies Record<string, Weigh>

const majority = 'what most of these choose'
export const programs: readonly string[] = [...Object.keys(weighers), majority]

export interface Score {
  /** What it chooses. */
  program: string
  /** Share it gets right, 0–1; where several options weigh the same it draws one. */
  right: number
  /** Share that blind drawing gets right. */
  chance: number
}

/** How far programs get that choose by the form of the options alone, from 0 to 1. */
export function scorePrograms(questions: readonly Guessable[], locale: Locale): Score[] {
  const chance = mean(questions.map(({ options, key }) => 1 / waysToChoose(key.length, options.length)))
  return programs.map((program) => {
    const right = questions.map((question) => chanceOfRight(weightsOf(program, question, locale), question.key))
    return { program, right: mean(right), chance }
  })
}

/** Answering "no fault" to every passage, against ticking up to three of its sentences blindly. */
export function scoreNoFault(
  passages: readonly { sentences: number; key: readonly number[] }[],
): Omit<Score, 'program'> {
  const answers = (sentences: number) =>
    [0, 1, 2, 3].filter((count) => count < sentences).reduce((sum, count) => sum + waysToChoose(count, sentences), 0)
  return {
    right: mean(passages.map(({ key }) => Number(key.length === 0))),
    chance: mean(passages.map(({ sentences }) => 1 / answers(sentences))),
  }
}

function weightsOf(program: string, question: Guessable, locale: Locale): number[] {
  if (program !== majority) {
    const weigh: Weigh = weighers[program as keyof typeof weighers]
    return question.options.map((option) => weigh(option, question, locale))
  }
  const votes = Object.keys(weighers).map((name) => sharesOf(weightsOf(name, question, locale), question.key.length))
  // Sums of thirds that are equal are to be seen as equal.
  return question.options.map((_, i) => Math.round(votes.reduce((sum, vote) => sum + vote[i]!, 0) * 1e6))
}

/** How probable it is that each option is among the `count` heaviest. */
function sharesOf(weights: readonly number[], count: number): number[] {
  const least = weights.toSorted((a, b) => b - a)[count - 1]!
  const sure = weights.filter((weight) => weight > least).length
  const tied = weights.filter((weight) => weight === least).length
  return weights.map((weight) => (weight > least ? 1 : weight === least ? (count - sure) / tied : 0))
}

/** How probable it is that the heaviest are just those of the key. */
function chanceOfRight(weights: readonly number[], key: readonly number[]): number {
  const shares = sharesOf(weights, key.length)
  if (key.some((ordinal) => shares[ordinal] === 0)) return 0
  if (shares.some((share, ordinal) => share === 1 && !key.includes(ordinal))) return 0
  const sure = shares.filter((share) => share === 1).length
  const tied = shares.filter((share) => share > 0 && share < 1).length
  return 1 / waysToChoose(key.length - sure, tied)
}

/** n over k. */
function waysToChoose(k: number, n: number): number {
  return Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, factor) => product * factor, 1)
}

function countOf(words: RegExp, text: string): number {
  return text.match(words)?.length ?? 0
}

function wordSet(text: string): Set<string> {
  return new Set(wordsOf(text.toLowerCase()))
}

function longWords(text: string): Set<string> {
  return new Set([...wordSet(text)].filter((word) => [...word].length > 3))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
