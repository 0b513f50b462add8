import { isSignedIn, readKept } from './browser-store.ts'
import type { CourseSteps } from './kept-answers.ts'
import { fill, isBegun, lessonsDone, type LocalStep, nextStep, parseSteps } from './local-steps.ts'

/** On a course page: which lessons are done in this browser, and the step to go on with. */
export class LocalLessons extends HTMLElement {
  connectedCallback(): void {
    const kept = readKept()
    const course = this.dataset.course ?? ''
    if (isSignedIn() || !isBegun(kept, course)) return

    const items = [...this.querySelectorAll<HTMLElement>('li[data-lesson]')]
    const steps = items.map(({ dataset }) => ({
      lesson: dataset.lesson!,
      questions: dataset.questions!.split(' ').filter(Boolean),
    }))
    const done = lessonsDone(steps, kept, course)
    for (const item of items) if (done.includes(item.dataset.lesson!)) this.#mark(item)
    this.#sayCount(done.length, steps)
    this.#point(nextStep(steps, kept, course))
  }

  #mark(item: HTMLElement): void {
    item.classList.add('is-done')
    item.querySelector('[data-state]')!.textContent += ` · ${this.dataset.done}`
  }

  #sayCount(done: number, steps: CourseSteps[]): void {
    const here = this.querySelector<HTMLElement>('[data-here]')!
    here.textContent = fill(here.dataset.here, { done, total: steps.length })
    here.hidden = false
  }

  #point(next: LocalStep | undefined): void {
    const button = document.querySelector<HTMLAnchorElement>('[data-next]')
    const { question, lesson, badge, badgeHref = '' } = this.dataset
    if (!button) return

    button.href = next
      ? hrefOf(this.querySelector<HTMLAnchorElement>(`li[data-lesson="${CSS.escape(next.lesson)}"] a`)!.href, next)
      : badgeHref
    button.firstChild!.textContent = `${next ? wordsOf(next, question, lesson) : badge} `
  }
}

/** On the catalogue: what is begun in this browser, where it was last, and the exact step to go on with. */
export class LocalResume extends HTMLElement {
  connectedCallback(): void {
    if (isSignedIn()) return

    const kept = readKept()
    for (const course of document.querySelectorAll<HTMLElement>('li[data-course]')) {
      const state = course.querySelector('.course__state')
      if (state && isBegun(kept, course.dataset.course!)) state.textContent = this.#countOf(course)
    }
    const latest = kept.toSorted((a, b) => b.at - a.at)[0]
    if (latest) this.#resume(latest.course)
  }

  #resume(id: string): void {
    const course = document.querySelector<HTMLElement>(`li[data-course="${CSS.escape(id)}"]`)
    const next = nextStep(parseSteps(course?.dataset.steps), readKept(), id)
    const link = course?.querySelector<HTMLAnchorElement>('h3 a')
    if (!course || !next || !link) return

    this.querySelector('h2')!.textContent = link.textContent
    this.querySelector('.steps-text')!.textContent = this.#countOf(course)
    const button = this.querySelector<HTMLAnchorElement>('.button')!
    button.href = hrefOf(`${link.pathname}/${next.lesson}`, next)
    button.firstChild!.textContent = `${wordsOf(next, this.dataset.question, this.dataset.lesson)} `
    this.hidden = false
  }

  #countOf({ dataset }: HTMLElement): string {
    const steps = parseSteps(dataset.steps)
    return fill(this.dataset.done, {
      done: lessonsDone(steps, readKept(), dataset.course!).length,
      total: steps.length,
    })
  }
}

function hrefOf(lesson: string, { begun, question }: LocalStep): string {
  return begun ? `${lesson}#q-${question}` : lesson
}

function wordsOf(next: LocalStep, question: string | undefined, lesson: string | undefined): string {
  return fill(next.begun ? question : lesson, { question: next.questionNumber, lesson: next.lessonNumber })
}
