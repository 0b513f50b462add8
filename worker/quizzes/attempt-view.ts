import type { Frame } from '../../web/frame.ts'
import type { AttemptPageProps } from '../../web/pages/quizzes/attempt-page.tsx'
import type { ReviewPageProps } from '../../web/pages/quizzes/review-page.tsx'
import type { CourseSummary, Locale, Question } from '../courses/catalogue.ts'
import { findCourse } from '../courses/find.ts'
import { urls } from '../urls.ts'
import type { Visit } from '../visit.ts'
import { optionTokens } from './option-tokens.ts'
import type { ReadAttempt } from './read-attempt.ts'
import { closesAt, isCorrect, nextDrawAt, passMark } from './rules.ts'
import type { Submission } from './store.ts'
import { answeredView, questionView } from './views.ts'

export async function attemptView(visit: Visit, frame: Frame, read: ReadAttempt): Promise<AttemptPageProps> {
  const { attempt, questions } = read
  return {
    frame,
    course: courseWords(findCourse(visit.catalogue, attempt.course), visit.locale),
    attempt: attempt.id,
    until: closesAt(attempt.openedAt),
    passMark,
    questions: await Promise.all(
      questions.map(async (question, i) => ({
        view: await questionView(question, visit, attempt.drawn[i]!.order),
        chosen: await tokensChosen(question, attempt.draft?.[question.id] ?? [], visit),
      })),
    ),
  }
}

async function tokensChosen(question: Question, chosen: number[], visit: Visit): Promise<string[]> {
  const tokens = await optionTokens(question, visit.settings.SECRET)
  return chosen.map((ordinal) => tokens[ordinal]!)
}

export async function reviewView(
  visit: Visit,
  frame: Frame,
  read: ReadAttempt,
  submission: Submission,
): Promise<ReviewPageProps> {
  const { attempt, questions, award } = read
  return {
    frame,
    course: courseWords(findCourse(visit.catalogue, attempt.course), visit.locale),
    score: submission.score,
    passMark,
    passed: submission.passed,
    questions: await Promise.all(
      questions.map((question, i) => {
        const chosen = submission.answers[question.id] ?? []
        return answeredView(question, chosen, isCorrect(question, chosen), visit, attempt.drawn[i]!.order)
      }),
    ),
    award: award && { href: urls.badge(visit.locale, award.id) },
    waitUntil: nextDrawAt(submission.at, visit.now),
  }
}

function courseWords(course: CourseSummary, locale: Locale) {
  return { id: course.id, title: course.title[locale], badge: course.badge.name[locale] }
}
