import type { Frame } from '../../web/frame.ts'
import type { AttemptPageProps } from '../../web/pages/quizzes/attempt-page.tsx'
import type { ReviewPageProps } from '../../web/pages/quizzes/review-page.tsx'
import { heldAward } from '../badges/held-award.ts'
import { findCourse } from '../courses/find.ts'
import { remarkPlace } from '../remarks/remark-place.ts'
import type { Locale } from '../../formats/catalogue/catalogue.ts'
import { urls } from '../../web/urls.ts'
import type { Visit } from '../visit.ts'
import { answeredView } from './answered-views.ts'
import { givenOf } from './drafts.ts'
import { faultWords } from './fault-words.ts'
import { asText } from './form-fields.ts'
import { isCorrect } from './marking.ts'
import { readAgain } from './read-again.ts'
import type { ReadAttempt } from './read-attempt.ts'
import type { Fault } from '../questions/registry.ts'
import { textChoice } from './shown-text.ts'
import { closesAt, nextDrawAt, passMark } from './rules.ts'
import type { Submission } from './store.ts'
import { questionView } from './views.ts'

/** The open test with what was given so far; `faults` by question id, when it has just come back. */
export async function attemptView(
  visit: Visit,
  frame: Frame,
  read: ReadAttempt,
  { faults = {}, isSaved = false }: { faults?: Record<string, Fault>; isSaved?: boolean } = {},
): Promise<AttemptPageProps> {
  const { attempt, questions } = read
  const { SECRET } = visit.settings
  return {
    frame,
    course: courseWords(visit, attempt.course),
    attempt: attempt.id,
    until: closesAt(attempt.openedAt),
    passMark,
    isSaved,
    text: textChoice(visit, questions),
    questions: await Promise.all(
      questions.map(async (question, i) => {
        const fault = faults[question.id]
        const given = (await givenOf(question, attempt.draft?.[question.id], SECRET)) ?? []
        return {
          view: await questionView(question, visit, attempt.drawn[i]!.order),
          given,
          was: asText(given),
          error: fault && faultWords(frame.t, fault),
        }
      }),
    ),
  }
}

export async function reviewView(
  visit: Visit,
  frame: Frame,
  read: ReadAttempt,
  submission: Submission,
): Promise<ReviewPageProps> {
  const { attempt, questions, award, remarkings } = read
  const { course, pool } = await readToday(visit, attempt.course)
  return {
    frame,
    course: courseWords(visit, attempt.course),
    attempt: attempt.id,
    score: submission.score,
    passMark,
    passed: submission.passed,
    text: textChoice(visit, questions),
    questions: await Promise.all(
      questions.map(async (question, i) => {
        const chosen = submission.answers[question.id]
        const outcome = { chosen, correct: isCorrect(question, chosen) }
        return {
          answered: await answeredView(question, outcome, visit, attempt.drawn[i]!.order),
          voided: voidedIn(remarkings, question.id, visit.locale),
          readAgain:
            course &&
            readAgain(pool.find(({ id }) => id === question.id) ?? question, {
              course,
              locale: visit.locale,
              text: visit.text,
            }),
          remark: remarkPlace(question, {
            course: attempt.course,
            page: 'badge',
            next: `${urls.attempt(visit.locale, attempt.course, attempt.id)}#q-${question.id}`,
          }),
        }
      }),
    ),
    award: award && heldAward(award, visit.locale),
    waitUntil: nextDrawAt(submission.at, visit.now),
  }
}

/** A reason that cannot be read is none; the question counts as right all the same. */
function voidedIn(remarkings: ReadAttempt['remarkings'], id: string, locale: Locale) {
  const row = remarkings.find(({ question }) => question === id)
  const reason: unknown = row?.reason?.[locale]
  return row && { reason: typeof reason === 'string' ? reason : undefined }
}

export function courseWords({ catalogue, locale }: Visit, id: string) {
  const course = findCourse(catalogue, id)
  return { id: course.id, title: course.title[locale], badge: course.badge.name[locale] }
}

/** The course as it is now, where there is still one. */
async function readToday({ catalogue }: Visit, id: string) {
  const course = catalogue.courses.find((each) => each.id === id)
  return { course, pool: (await catalogue.loadPool(id)) ?? [] }
}
