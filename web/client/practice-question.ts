import { isSignedIn, keep, readUnsent, writeUnsent } from './browser-store.ts'
import { type KeptAnswer, withAnswer } from './kept-answers.ts'
import { sendAnswer } from './send-answer.ts'

const retryMs = 5000

/** Answers a question without loading the page anew. Without it the form does the same by itself. */
export class PracticeQuestion extends HTMLElement {
  #busy = false
  #retry: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    this.addEventListener('submit', this.#submit)
    const unsent = readUnsent().find((answer) => answer.question === this.dataset.question && answer.version === this.dataset.version)
    if (unsent) void this.send(unsent, false)
  }

  disconnectedCallback(): void {
    clearTimeout(this.#retry)
    removeEventListener('online', this.#again)
  }

  readonly #submit = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement
    const fields = new FormData(form)
    const tokens = fields.getAll('o').map(String)
    if (tokens.length === 0) return
    event.preventDefault()
    if (this.#busy) return

    const place = this.closest<HTMLElement>('local-practice')!.dataset
    void this.send(
      {
        id: String(fields.get('id')),
        course: place.course!,
        lesson: place.lesson!,
        question: this.dataset.question!,
        version: String(fields.get('version')),
        tokens,
        at: Date.now(),
      },
      true,
    )
  }

  /** Sends, shows what came back, and moves the focus there if the learner pressed the button just now. */
  async send(answer: KeptAnswer, focus: boolean): Promise<void> {
    this.#busy = true
    const sent = await sendAnswer(answer)
    this.#busy = false
    if ('later' in sent) return this.#wait(answer)

    writeUnsent(readUnsent().filter((other) => other.id !== answer.id))
    if ('refused' in sent) return this.#submitPlainly()
    if (!isSignedIn()) keep(answer)
    this.#show(sent.html, focus)
  }

  #show(html: string, focus: boolean): void {
    const holder = document.createElement('template')
    holder.innerHTML = html
    const section = holder.content.firstElementChild as HTMLElement
    const practice = this.closest('local-practice')
    this.replaceWith(section)
    if (focus) section.focus()
    practice?.dispatchEvent(new CustomEvent('answered'))
  }

  #wait(answer: KeptAnswer): void {
    writeUnsent(withAnswer(readUnsent(), answer))
    this.#say(this.dataset.unsent ?? '')
    this.#again = () => void this.send(answer, false)
    addEventListener('online', this.#again, { once: true })
    clearTimeout(this.#retry)
    this.#retry = setTimeout(this.#again, retryMs)
  }

  #again: () => void = () => undefined

  #say(words: string): void {
    const notice = this.querySelector('[data-said]') ?? document.createElement('p')
    notice.className = 'notice'
    notice.setAttribute('role', 'status')
    notice.setAttribute('data-said', '')
    notice.textContent = words
    this.querySelector('.question__foot')?.append(notice)
  }

  /** The page of the refusal says what is wrong. */
  #submitPlainly(): void {
    this.removeEventListener('submit', this.#submit)
    this.querySelector('form')?.submit()
  }
}
