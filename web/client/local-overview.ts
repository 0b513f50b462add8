import { isSignedIn, readKept } from './browser-store.ts'
import { lessonsDone, nextStep, parseSteps } from './kept-answers.ts'

/** On a course page: which lessons are done in this browser. */
export class LocalLessons extends HTMLElement {
  connectedCallback(): void {
    if (isSignedIn()) return

    const items = [...this.querySelectorAll<HTMLElement>('li[data-lesson]')]
    const steps = items.map((item) => ({ lesson: item.dataset.lesson!, questions: (item.dataset.questions ?? '').split(' ').filter(Boolean) }))
    const done = lessonsDone(steps, readKept(), this.dataset.course ?? '')
    for (const item of items.filter((entry) => done.includes(entry.dataset.lesson!))) {
      item.classList.add('is-done')
      const state = item.querySelector('[data-state]')
      if (state) state.textContent += ` · ${this.dataset.done}`
    }
  }
}

/** On the catalogue: where this browser was last, and the exact step to go on with. */
export class LocalResume extends HTMLElement {
  connectedCallback(): void {
    if (isSignedIn()) return

    const kept = readKept()
    const latest = kept.toSorted((a, b) => b.at - a.at)[0]
    const course = latest && document.querySelector<HTMLElement>(`li[data-course="${CSS.escape(latest.course)}"]`)
    const steps = parseSteps(course?.dataset.steps)
    const next = latest && nextStep(steps, kept, latest.course)
    const link = course?.querySelector<HTMLAnchorElement>('h3 a')
    if (!next || !link) return

    const words = (next.begun ? this.dataset.question : this.dataset.lesson) ?? ''
    this.querySelector('h2')!.textContent = link.textContent
    this.querySelector('.steps-text')!.textContent = (this.dataset.done ?? '')
      .replace('{done}', String(lessonsDone(steps, kept, latest.course).length))
      .replace('{total}', String(steps.length))
    const button = this.querySelector<HTMLAnchorElement>('.button')!
    button.href = `${link.pathname}/${next.lesson}${next.begun ? `#q-${next.question}` : ''}`
    button.firstChild!.textContent = words.replace('{lesson}', String(next.lessonNumber)).replace('{question}', String(next.questionNumber))
    this.hidden = false
  }
}
