import type { WrittenLesson } from '../written/written-page.ts'
import { wordsOf } from '../language/measure.ts'
import { authoringOf } from '../questions/registry.ts'
import { allBlocks, type Section, sectionsOf } from '../markdown/prose.ts'

export const wordsAMinute = 180
export const secondsAnItem = 35
/** So many words more or fewer are no reason to send a lesson back. */
const slack = 15

/** Words of a lesson's text with headings and tables, without numerals of lists and the quiz (L01). */
export function wordCount(sections: readonly Section[]): number {
  return allBlocks(sections).reduce((sum, block) => sum + wordsOf(block.text).length, 0)
}

/** Minutes that a lesson takes: its words at 180 a minute and 35 seconds a question, rounded up (L02). */
export function minutesFor(words: number, questions: number): number {
  return Math.ceil(words / wordsAMinute + (questions * secondsAnItem) / 60)
}

/** Whether a figure would be right for a lesson with a few words more or fewer. */
export function isNearlyRight(minutes: number, words: number, questions: number): boolean {
  return [words - slack, words + slack].some((count) => minutesFor(count, questions) === minutes)
}

/** Words of a lesson's text, and those that the answers to its questions give to read. */
export function wordsToRead({ body, locale, questions }: WrittenLesson): number {
  const told = questions.map((question) => authoringOf(question).wordsToRead(question))
  return wordCount(sectionsOf(body, locale)) + told.reduce((sum, words) => sum + words, 0)
}

/** Minutes as its author wrote them, else as they are counted; at least one. */
export function minutesOf(lesson: WrittenLesson): number {
  return lesson.head.value?.minutes ?? Math.max(1, minutesFor(wordsToRead(lesson), lesson.questions.length))
}
