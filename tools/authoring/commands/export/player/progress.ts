import type { Chosen } from '../../../../../worker/questions/given.ts'
import type { Question } from '../../../../../worker/questions/registry.ts'

/** Of one question: what its first answer was, which alone is counted, and the last one, to be shown again. */
interface Kept {
  isFirstRight: boolean
  /** undefined where it is not remembered, or was given to a question with another key. */
  chosen: Chosen | undefined
}

/** By id of the question. */
export type Progress = ReadonlyMap<string, Kept>

type Asked = Pick<Question, 'id' | 'keyHash'>

/** What cmi.suspend_data holds at most: CMIString4096 of SCORM 1.2. */
export const mostRemembered = 4096
/** Of one answer, as JSON: room for every choice. A typed answer that is longer is counted, and not remembered. */
const longestAnswer = 64

/** Practice as Navet counts it: an answer, right or wrong, is done; of right ones the first is told. */
export function withAnswer(progress: Progress, id: string, chosen: Chosen, isRight: boolean): Progress {
  const isFirstRight = progress.get(id)?.isFirstRight ?? isRight
  return new Map([...progress, [id, { isFirstRight, chosen }]])
}

/**
 * completed when every question is answered, as a course in Navet is; never passed or failed, which a badge test decides.
 * A course that has grown since undoes nobody: what was completed before stays so.
 */
export function statusOf(progress: Progress, asked: readonly Asked[], before: string): 'incomplete' | 'completed' {
  const wasDone = before === 'completed' || before === 'passed'
  return wasDone || asked.every(({ id }) => progress.has(id)) ? 'completed' : 'incomplete'
}

/** How many of a hundred practice questions were right at the first answer. */
export function scoreOf(progress: Progress, asked: readonly Asked[]): number {
  const right = asked.filter(({ id }) => progress.get(id)?.isFirstRight).length
  return asked.length === 0 ? 0 : Math.round((100 * right) / asked.length)
}

/** As cmi.suspend_data keeps it. */
export function remembered(progress: Progress, asked: readonly Asked[]): string {
  const entries = asked.flatMap(({ id, keyHash }) => {
    const kept = progress.get(id)
    return kept ? [[id, [shortOf(keyHash), Number(kept.isFirstRight), short(kept.chosen)]]] : []
  })
  return JSON.stringify(Object.fromEntries(entries))
}

/** The same as it was. What another package kept, whose key was another, stays counted and is not shown. */
export function recalled(text: string, asked: readonly Asked[]): Progress {
  const kept = (text.trim() === '' ? {} : JSON.parse(text)) as Record<string, [string, number, Chosen | null]>
  return new Map(
    asked.flatMap(({ id, keyHash }) => {
      if (!Object.hasOwn(kept, id)) return []
      const [hash, first, chosen] = kept[id]!
      return [
        [id, { isFirstRight: first === 1, chosen: hash === shortOf(keyHash) ? (chosen ?? undefined) : undefined }],
      ]
    }),
  )
}

/** How long it can get, whatever is answered. */
export function longestRemembered(asked: readonly Asked[]): number {
  return asked.reduce((sum, { id }) => sum + id.length + '"":["12345678",1,],'.length + longestAnswer, 2)
}

function short(chosen: Chosen | undefined): Chosen | null {
  return chosen === undefined || JSON.stringify(chosen).length > longestAnswer ? null : chosen
}

function shortOf(keyHash: string): string {
  return keyHash.slice(0, 8)
}
