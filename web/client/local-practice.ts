import { isSignedIn, readKept } from './browser-store.ts'
import type { PracticeQuestion } from './practice-question.ts'

/** The questions of a lesson together: shows again what this browser keeps, and counts. */
export class LocalPractice extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('answered', () => this.#count())
    if (!isSignedIn()) void this.#showKept()
  }

  /** One after the other: the server marks each again, so that the reasons are those of today. */
  async #showKept(): Promise<void> {
    const { course } = this.dataset
    for (const answer of readKept().filter((kept) => kept.course === course)) {
      const question = this.querySelector<PracticeQuestion>(`practice-question[data-question="${CSS.escape(answer.question)}"]`)
      if (question && question.dataset.version === answer.version) await question.send(answer, false)
    }
  }

  #count(): void {
    const total = this.querySelectorAll('.question, .answer').length
    const answered = this.querySelectorAll('.answer').length
    const open = this.querySelector<HTMLElement>('form.question')
    const fill = (text: string | undefined) => (text ?? '').replace('{answered}', String(answered))
    const counted = document.querySelector<HTMLElement>('[data-answered-text]')
    if (counted) counted.textContent = fill(counted.dataset.answeredText)
    const left = document.querySelector<HTMLElement>('[data-left-text]')
    if (left) left.textContent = answered < total ? fill(left.dataset.leftText) : (left.dataset.doneText ?? '')
    this.#point(open)
  }

  /** The thumb's one button leads to the first open question, and from the last one onwards. */
  #point(open: HTMLElement | null): void {
    const button = document.querySelector<HTMLAnchorElement>('.thumb .button')
    const onward = document.querySelector<HTMLAnchorElement>('.next__link')
    if (!button || !onward) return

    const number = open ? [...this.querySelectorAll('.question, .answer')].indexOf(open) + 1 : 0
    button.href = open ? `#${open.id}` : onward.href
    button.firstChild!.textContent = `${open ? (button.dataset.question ?? '').replace('{number}', String(number)) : (button.dataset.onward ?? '')} `
  }
}
