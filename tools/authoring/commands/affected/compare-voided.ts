import { type Effect, notice } from './effects.ts'
import type { CourseOutline } from './outline.ts'

/** What becomes of people when questions are voided, or are so no longer. */
export function compareVoided(before: CourseOutline, after: CourseOutline): Effect[] {
  const saying = ({ question, versions }: CourseOutline['voided'][number]) => JSON.stringify([question, versions])
  const earlier = before.voided.map(saying)
  const come = after.voided.filter((each) => !earlier.includes(saying(each)))
  const gone = before.voided.filter(({ question }) => !after.voided.some((each) => each.question === question))
  return [
    ...come.map(({ question, versions, place }) => {
      const which = versions === 'all' ? 'in all its versions' : `in ${versions.length} of its versions`
      const message = `question ${question} is voided ${which}: it counts as right for whoever was drawn it, and who passes by that gets the badge, dated the day of the test`
      return notice('question-voided', question, place, message)
    }),
    ...gone.map(({ question }) => {
      const message = `question ${question} is voided no longer: what anybody got by it stays, and it counts from now on as it is marked`
      return notice('voiding-ended', question, after.place, message)
    }),
  ]
}
