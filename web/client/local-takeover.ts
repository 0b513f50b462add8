import { account, dropUnsent, forgetOffered, readOffered, readUnsent, tabMemory } from './browser-store.ts'
import { finishedLessons, inParts, type KeptAnswer, withFirsts } from './kept-answers.ts'
import { fill } from './local-steps.ts'
import { fromAccount } from './send-answer.ts'

const notMine = 'navet.not-mine'

/** After sign-in: what this browser holds is offered, never assumed. */
class LocalTakeover extends HTMLElement {
  connectedCallback(): void {
    void this.#sendUnsent()
    const offered = readOffered()
    if (offered.length === 0 || tabMemory.get(notMine) === account()) return

    this.#say(this.#wordsFor(finishedLessons(offered).length, offered.length))
    this.addEventListener('click', (event) => void this.#answer((event.target as HTMLElement).closest('button')?.value))
    this.hidden = false
  }

  #wordsFor(lessons: number, answers: number): string {
    const { lesson, lessons: many, answer, answers: manyAnswers } = this.dataset
    if (lessons > 0) return fill(lessons === 1 ? lesson : many, { count: lessons })
    return fill(answers === 1 ? answer : manyAnswers, { count: answers })
  }

  async #answer(choice: string | undefined): Promise<void> {
    if (choice === 'yes') return this.#takeOver()
    if (choice === 'delete') forgetOffered()
    else if (choice === 'no') tabMemory.set(notMine, account())
    else return
    this.hidden = true
    document.querySelector<HTMLElement>('#content')?.focus()
  }

  /** Part by part: what is taken over is forgotten here at once, so that a failure loses and doubles nothing. */
  async #takeOver(): Promise<void> {
    for (const answers of inParts(readOffered())) {
      if (!(await this.#send(answers))) return this.#say(this.dataset.failed ?? '')
      forgetOffered(answers)
    }
    location.reload()
  }

  /** The learner's own answers that did not get through on an earlier page. Their ids keep them from doubling. */
  async #sendUnsent(): Promise<void> {
    for (const answers of inParts(readUnsent())) if (await this.#send(answers)) answers.forEach(dropUnsent)
  }

  async #send(answers: KeptAnswer[]): Promise<boolean> {
    const body = JSON.stringify({ answers: withFirsts(answers) })
    const headers = { 'Content-Type': 'application/json', 'X-Fragment': '1', ...fromAccount() }
    const response = await fetch(this.dataset.action ?? '', { method: 'POST', headers, body }).catch(() => undefined)
    return response?.ok ?? false
  }

  #say(words: string): void {
    this.querySelector('p')!.textContent = words
  }
}

customElements.define('local-takeover', LocalTakeover)
