import type { LessonPageProps, PracticeView } from '../../web/pages/courses/lesson-view.ts'
import type { Confidence } from '../db/schema/quizzes.ts'
import type { Given } from '../questions/given.ts'
import { rulesOf } from '../questions/registry.ts'
import { readAgain } from './read-again.ts'
import { type Far, openView, stepView } from './step-view.ts'
import type { Frame } from '../../web/frame.ts'
import type { Retry } from '../../web/questions/type-pages.ts'
import { OfBuild } from '../../web/html/of-build.ts'
import type { Question } from '../../formats/catalogue/catalogue.ts'
import { voidingOf } from '../../formats/catalogue/voiding-of.ts'
import { remarkPlace } from '../remarks/remark-place.ts'
import { urls } from '../../web/urls.ts'
import { exampleChoice, textFor } from '../courses/chosen-variant.ts'
import { readGuesses } from '../courses/read-guesses.ts'
import type { Visit } from '../visit.ts'
import { contactViews } from '../companies/details/contact-views.ts'
import { answersAt } from './answers-at.ts'
import { answeredView } from './answered-views.ts'
import { type Asked, findAsked } from './find-asked.ts'
import type { ReadLesson } from './read-lesson.ts'
import { wantsEasy } from './shown-text.ts'
import { surenessOf } from './sureness.ts'
import type { MarkedAnswer } from './submit-answer.ts'

/** What differs from the stored state on this one request. */
export interface Showing {
  /** The trade whose worked cases are shown. */
  variant?: string | undefined
  /** Shown unanswered again, to try once more. */
  again?: string | undefined
  /** Just marked, for somebody whose answers are kept nowhere. */
  marked?: { answer: MarkedAnswer; note: string } | undefined
  /** What was guessed, by the names of the fields. */
  guessed?: ((name: string) => string | undefined) | undefined
  /** A question that is answered in steps, and the steps so far. */
  far?: Far | undefined
  /** Sent back: what is to be mended, and what was given. */
  error?: { question: string; text: string; given: Given; confidence?: Confidence | undefined } | undefined
}

const lessons = new OfBuild<LessonPageProps['lesson']>()

/** Everything the lesson page shows. */
export async function lessonView(
  visit: Visit,
  frame: Frame,
  read: ReadLesson,
  showing: Showing,
): Promise<LessonPageProps> {
  const { course, summary, lesson, progress, unavailable } = read
  const { locale } = visit
  const { variant } = showing
  const easy = wantsEasy(visit) ? lesson.easy : undefined
  const asShown = await versionsShown(visit, read)

  return {
    frame,
    course: { id: course.id, title: course.title[locale], badge: course.badge.name[locale] },
    // The same object for everybody: what is drawn of it is kept.
    lesson: lessons.of(lesson, `${locale} ${easy ? 'easy' : `for ${variant ?? ''}`}`, () => ({
      id: summary.id,
      title: easy?.title ?? summary.title[locale],
      outcome: easy?.outcome ?? summary.outcome[locale],
      minutes: summary.minutes,
      body: easy?.body ?? textFor(variant, lesson.variants, lesson.body)[locale],
      // A trade's own cases are in the usual words alone.
      examples: easy ? undefined : exampleChoice(course, lesson.variants, variant, locale),
      text: locale === 'sv' && lesson.easy ? (easy ? 'easy' : 'usual') : undefined,
      checked: new Date(easy?.checked ?? summary.checked),
    })),
    steps: progress.lessons.map((step) => ({
      id: step.lesson.id,
      title: step.lesson.title[locale],
      minutes: step.lesson.minutes,
      done: step.done,
    })),
    contacts: contactViews(read.contacts),
    guesses: readGuesses(lesson.estimates ?? [], showing.guessed ?? (() => undefined), locale),
    questions: await Promise.all(
      lesson.questions.map((question) => practiceView(visit, frame, question, read, asShown, showing)),
    ),
    sureness: surenessOf(lesson.questions, read.latest, (answer) => voidingOf(course.voided, answer) !== undefined),
    progressUnavailable: unavailable,
  }
}

/** The versions that the learner's newest answers were given to; old ones only for the days after a change. */
async function versionsShown(visit: Visit, { lesson, latest, course }: ReadLesson): Promise<Map<string, Asked>> {
  const answered = lesson.questions.flatMap(({ id, version: served }) => {
    const answer = latest.get(id)
    if (!answer) return []
    const place = answer.version === served ? lesson.id : answer.lesson
    return [{ course: course.id, lesson: place, question: id, version: answer.version }]
  })
  const found = await findAsked(visit, answered)
  return new Map(found.flatMap((question) => (question ? [[question.version, question]] : [])))
}

async function practiceView(
  visit: Visit,
  frame: Frame,
  question: Question,
  { course, summary, latest: answers }: ReadLesson,
  asShown: Map<string, Asked>,
  { again, marked, far, error }: Showing,
): Promise<PracticeView> {
  const latest = answers.get(question.id)
  const { locale } = visit
  const remarkOf = (shown: Question) =>
    remarkPlace(shown, {
      course: course.id,
      page: summary.id,
      next: urls.question(locale, course.id, summary.id, shown.id),
    })
  const taught = readAgain(question, { course, lesson: summary, locale, text: visit.text })
  const voidedIn = ({ id, version }: Question) => voidingOf(course.voided, { question: id, version })?.reason[locale]
  const retryOf = (shown: Question) => retryAt(visit, { course: course.id, lesson: summary.id }, shown)
  if (marked && marked.answer.question.id === question.id) {
    const { answer, note } = marked
    return {
      state: 'answered',
      note,
      question: await answeredView(answer.question, answer, visit),
      voided: voidedIn(answer.question),
      remark: remarkOf(answer.question),
      retry: retryOf(answer.question),
      readAgain: taught,
      confidence: answer.confidence,
    }
  }
  const mend = error?.question === question.id ? error : undefined
  const shown = latest && asShown.get(latest.version)
  const isFar = far?.question === question.id && rulesOf(question).isInSteps
  if (latest && shown && again !== question.id && !isFar && !mend) {
    return {
      state: 'answered',
      note: frame.t('question.saved'),
      question: await answeredView(shown, latest, visit),
      voided: voidedIn(shown),
      remark: remarkOf(shown),
      retry: retryOf(shown),
      readAgain: taught,
      confidence: latest.confidence ?? undefined,
    }
  }
  if (isFar) return stepView(visit, frame, question, far)
  const view = await openView(visit, question, mend?.given, mend?.text)
  // Whoever has seen the reasons is sure.
  const isFirst = latest === undefined && again !== question.id
  return { ...view, asksConfidence: view.asksConfidence && isFirst, confidence: mend?.confidence }
}

/** How another answer to the same version is sent. */
export function retryAt(visit: Visit, place: { course: string; lesson: string }, question: Question): Retry {
  const { locale } = visit
  const { course, lesson } = place
  const { version } = question
  return {
    lesson: urls.lesson(locale, course, lesson),
    action: answersAt(visit, place, question),
    version,
    answerId: crypto.randomUUID(),
  }
}
