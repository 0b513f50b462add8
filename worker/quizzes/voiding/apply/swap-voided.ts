import type { Question } from '../../../../formats/catalogue/catalogue.ts'
import { voidingOf } from '../../../../formats/catalogue/voiding-of.ts'
import { chance } from '../../../chance.ts'
import { loadPool } from '../../../courses/find.ts'
import type { Draft, DrawnQuestion } from '../../../db/schema/quizzes.ts'
import { logError } from '../../../log.ts'
import { isBlankDraft } from '../../../questions/given.ts'
import { drawTest } from '../../draw-test.ts'
import { hoursBefore } from '../../open-attempt.ts'
import { openHours } from '../../rules.ts'
import { everDrawn } from '../rules.ts'
import { recordSwap, selectNextOpen, selectVersions } from './store.ts'
import type { VoidedCourse, Voiding } from './voiding.ts'

/**
 * Draws another question in the place of each voided one that is not answered yet, in the next open tests of a course. One
 * that is answered, or that nothing is left to draw for, stays and counts as right. Gives the last learner who was looked
 * at, null when there was nobody left.
 */
export async function swapVoided(
  { db, catalogue, now }: Voiding,
  course: VoidedCourse,
  { after, most }: { after: string; most: number },
): Promise<string | null> {
  const questions = course.voided.map(({ question }) => question)
  const openedSince = hoursBefore(now, openHours)
  const open = await selectNextOpen(db, { course: course.id, after, openedSince, questions, most })
  if (open.length === 0) return null

  const pool = await loadPool(catalogue, course.id)
  const contents = await selectVersions(db, [...new Set(open.flatMap(({ versions }) => versions))])
  const competences = new Map(contents.map(({ content }) => [content.version, content.competence]))
  const swaps = open.flatMap((attempt) => {
    try {
      const drawn = JSON.parse(attempt.drawn) as DrawnQuestion[]
      const swapped = swapIn(drawn, { course, pool, competences, draft: draftIn(attempt.draft) })
      return swapped ? [recordSwap(db, attempt, swapped)] : []
    } catch (error) {
      logError('voiding', 'failed-later', error)
      return []
    }
  })
  const [first, ...others] = swaps
  if (first) await db.batch([first, ...others])
  return open.length < most ? null : open.at(-1)!.learner
}

/** A draft that cannot be read is an empty one. */
function draftIn(draft: string | null): Draft {
  try {
    return (JSON.parse(draft ?? '{}') as Draft | null) ?? {}
  } catch {
    return {}
  }
}

interface Swapping {
  course: VoidedCourse
  pool: readonly Question[]
  competences: ReadonlyMap<string, string>
  draft: Draft
}

/** undefined where nothing is to be swapped. */
function swapIn(drawn: DrawnQuestion[], { course, pool, competences, draft }: Swapping): DrawnQuestion[] | undefined {
  const taken = new Set(everDrawn(drawn).map(({ question }) => question))
  const now = drawn.map((each) => {
    if (!voidingOf(course.voided, each) || !isBlankDraft(draft[each.question])) return each
    const free = pool.filter(({ id }) => !taken.has(id))
    const alike = free.filter(({ competence }) => competence === competences.get(each.version))
    const [other] = drawTest(alike.length > 0 ? alike : free, new Set(), chance)
    if (!other) return each
    taken.add(other.question)
    return { ...other, instead: each }
  })
  return now.some((each, i) => each !== drawn[i]) ? now : undefined
}
