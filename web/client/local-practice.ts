import { canKeep, isSignedIn, readKept } from './browser-store.ts'
import { finishedLessons } from './kept-answers.ts'
import { fill } from './local-steps.ts'
import type { PracticeQuestion } from './practice-question.ts'

/** The questions of a lesson together: shows again what this browser keeps, and counts. */
export class LocalPractice extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('answered', () => {
      this.#count()
      this.#endAgain()
    })
    if (isSignedIn()) return
    if (!canKeep()) this.#sayNotKept()
    this.#markSteps()
    void this.#showKept()
  }

  /**
   * One after the other: the server marks each again, so that the reasons are those of today. A question that has just
   * come back stays as it was sent.
   */
  async #showKept(): Promise<void> {
    const place = placeToKeep()
    const again = askedAgain()
    for (const answer of readKept().filter((kept) => kept.course === this.dataset.course && kept.question !== again)) {
      const question = this.querySelector<PracticeQuestion>(
        `practice-question[data-question="${CSS.escape(answer.question)}"]:not([data-returned])`,
      )
      await question?.send(answer, false)
    }
    place.restore()
  }

  #sayNotKept(): void {
    const words = document.querySelector<HTMLElement>('[data-no-storage]')
    if (words) words.textContent = words.dataset.noStorage ?? ''
  }

  /** In the row of lessons at the top: those that are done in this browser. */
  #markSteps(): void {
    const done = finishedLessons(readKept())
    for (const step of document.querySelectorAll<HTMLElement>('li[data-step][data-done]')) {
      if (!done.includes(`${this.dataset.course}/${step.dataset.step}`)) continue
      step.classList.add('is-done')
      step.querySelector('.vh')!.textContent = step.dataset.done!
    }
  }

  /** Once it is answered anew, the page's address no longer asks for it. */
  #endAgain(): void {
    const again = askedAgain()
    if (again && !this.querySelector(`form[id="q-${CSS.escape(again)}"]`))
      history.replaceState(null, '', location.pathname)
  }

  #count(): void {
    const all = [...this.querySelectorAll('.question, .answer')]
    const answered = this.querySelectorAll('.answer').length
    const counted = document.querySelector<HTMLElement>('[data-answered-text]')
    if (counted) counted.textContent = fill(counted.dataset.answeredText, { answered })
    const left = document.querySelector<HTMLElement>('[data-left-text]')
    if (left)
      left.textContent = answered < all.length ? fill(left.dataset.leftText, { answered }) : this.#doneText(left)
    const open = all.findIndex((part) => part.matches('.question'))
    this.#point(open, all)
    if (open < 0) this.#saySureness()
  }

  /** Of the answers on the page: whoever is not signed in has them nowhere else. */
  #saySureness(): void {
    const said = document.querySelector<HTMLElement>('[data-sure-text]')
    const sure = this.querySelectorAll('[data-sure]').length
    if (!said?.hidden || sure === 0) return

    said.textContent = fill(said.dataset.sureText, { sure, wrong: this.querySelectorAll('[data-sure="wrong"]').length })
    said.hidden = false
  }

  /** With the last lesson that was missing, the course is done too. */
  #doneText({ dataset }: HTMLElement): string {
    const missing = document.querySelector('.steps-nav li:not(.is-now, .is-done)')
    return (missing ? dataset.doneText : dataset.courseDoneText) ?? ''
  }

  /** The thumb's one button leads to the first open question, and from the last one onwards. */
  #point(open: number, all: Element[]): void {
    const button = document.querySelector<HTMLAnchorElement>('.thumb .button')
    const onward = document.querySelector<HTMLAnchorElement>('.next__link')
    if (!button || !onward) return

    // Not `.id`: the form's hidden field of that name stands in its way.
    button.href = open >= 0 ? `#${all[open]!.getAttribute('id')}` : onward.href
    button.firstChild!.textContent = `${open >= 0 ? fill(button.dataset.question, { number: open + 1 }) : button.dataset.onward} `
  }
}

/** Answers that are put in above push down what the address leads to: unless somebody has scrolled, it is shown again. */
function placeToKeep(): { restore(): void } {
  let hasMoved = false
  for (const name of ['wheel', 'touchmove', 'keydown'])
    addEventListener(name, () => (hasMoved = true), { once: true, passive: true })
  return {
    restore() {
      const target = document.getElementById(location.hash.slice(1))
      if (target && !hasMoved) target.scrollIntoView({ block: 'start' })
    },
  }
}

/** The question that the learner wants to try once more, or is in the middle of. */
function askedAgain(): string | null {
  const query = new URLSearchParams(location.search)
  return query.get('again') ?? query.get('far')
}
