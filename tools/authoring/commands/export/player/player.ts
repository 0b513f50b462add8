import type { Frame } from '../../../../../web/frame.ts'
import { type Given, isBlank } from '../../../../../worker/questions/given.ts'
import { type Question, rulesOf } from '../../../../../worker/questions/registry.ts'
import type { Showing } from '../../../../../worker/questions/type-rules.ts'
import { faultWords } from '../../../../../worker/quizzes/fault-words.ts'
import type { Drawn } from './page.tsx'
import type { PlayedCourse, PlayedLesson } from './played-course.ts'
import { type Progress, withAnswer } from './progress.ts'

/** What happens in an opened package, without the page: how each question stands, and what was answered. */
export class Player {
  readonly questions: readonly Question[]
  progress: Progress
  readonly #frame: Frame
  readonly #showings: ReadonlyMap<string, Showing>
  /** Questions that stand as forms: unanswered ones, and those that are answered anew. */
  readonly #forms = new Map<string, { given: Given; error: string | undefined }>()

  constructor(course: PlayedCourse, frame: Frame, progress: Progress, shuffled: (ordinals: number[]) => number[]) {
    this.questions = course.lessons.flatMap((lesson) => lesson.questions)
    this.progress = progress
    this.#frame = frame
    this.#showings = new Map(this.questions.map((question) => [question.id, showingOf(question, frame, shuffled)]))
  }

  drawn(question: Question): Drawn {
    const rules = rulesOf(question)
    const showing = this.#showings.get(question.id)!
    const chosen = this.progress.get(question.id)?.chosen
    const form = this.#forms.get(question.id)
    if (form || chosen === undefined) {
      const { given, error } = form ?? { given: [], error: undefined }
      return {
        state: 'asked',
        view: rules.view(question, { ...showing, given }),
        hints: question.hints?.[showing.locale] ?? [],
        given,
        error,
      }
    }
    const outcome = { chosen, correct: rules.mark(question, chosen) }
    return { state: 'answered', view: rules.answered(question, outcome, showing) }
  }

  /** Marks what a form gives as Navet does; a form that is not whole comes back with what to mend, or with the next step. */
  answer(question: Question, given: Given): void {
    const rules = rulesOf(question)
    const { locale, tokens } = this.#showings.get(question.id)!
    const read = isBlank(given) ? rules.blank : rules.read(question, given, { locale, tokens })
    if (typeof read === 'object' && 'reason' in read) {
      const error = read.reason === 'goes-on' ? undefined : faultWords(this.#frame.t, read)
      this.#forms.set(question.id, { given, error })
      return
    }
    this.#forms.delete(question.id)
    this.progress = withAnswer(this.progress, question.id, read, rules.mark(question, read))
  }

  /** With the steps that are gone already, where it is answered in steps. */
  askAgain(question: Question, given: string[] = []): void {
    this.#forms.set(question.id, { given, error: undefined })
  }

  isDone({ questions }: PlayedLesson): boolean {
    return questions.every(({ id }) => this.progress.has(id))
  }
}

/** Tokens need only differ: whoever opens the package can read its key. */
function showingOf(question: Question, { locale }: Frame, shuffled: (ordinals: number[]) => number[]): Showing {
  const rules = rulesOf(question)
  const tokens = Array.from({ length: rules.count(question) }, (_, ordinal) => `${question.id}.${ordinal}`)
  return { locale, tokens, order: rules.order(question, shuffled) }
}
