import { addUnsent, dropUnsent, keep, readUnsent } from './browser-store.ts'
import { readGiven, restoreGiven } from './given.ts'
import type { KeptAnswer } from './kept-answers.ts'
import { sendAnswer } from './send-answer.ts'
import { standOnPage } from './stand-on-page.ts'

const firstRetryMs = 5_000
const longestRetryMs = 60_000

/** Answers a question without loading the page anew. Without it the form does the same by itself. */
export class PracticeQuestion extends HTMLElement {
  #sending = false
  #unsent: KeptAnswer | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #retryMs = firstRetryMs

  connectedCallback(): void {
    this.addEventListener('submit', this.#submit)
    this.addEventListener('toggle', noteHint, true)
    addEventListener('online', this.#retry)
    const { question, version } = this.dataset
    this.#unsent = readUnsent().find((answer) => answer.question === question && answer.version === version)
    if (!this.#unsent) return
    restoreGiven(this.#form, this.#unsent)
    void this.#retry()
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    removeEventListener('online', this.#retry)
  }

  readonly #submit = (event: SubmitEvent) => {
    const given = readGiven(this.#form, event.submitter)
    if (!given) return
    event.preventDefault()
    const fields = new FormData(this.#form)

    const practice = this.closest<HTMLElement>('local-practice')!
    void this.send(
      {
        id: textOf(fields, 'id'),
        course: practice.dataset.course!,
        lesson: practice.dataset.lesson!,
        question: this.dataset.question!,
        version: textOf(fields, 'version'),
        ...given,
        ...howSure(this.#form),
        at: Date.now(),
        easy: this.#form.action.includes('text=latt'),
        of: practice.querySelectorAll('.question, .answer').length,
      },
      true,
    )
  }

  /** Sends, shows what came back, and moves the focus there if the learner pressed the button just now. */
  async send(answer: KeptAnswer, pressed: boolean): Promise<void> {
    if (this.#sending) return
    this.#setSending(true)
    const sent = await sendAnswer(this.#form.action, answer)
    this.#setSending(false)
    if ('later' in sent) return this.#wait(answer)
    if ('notOurs' in sent) return this.#giveUp(answer, pressed)

    const wasWaiting = this.#unsent !== undefined
    dropUnsent(answer)
    this.#unsent = undefined
    if ('html' in sent) return this.#show(sent.html, answer, pressed)
    if (pressed) return this.#submitPlainly()
    if (wasWaiting) this.#say(this.dataset.refused ?? '')
  }

  /** Whether the server kept it is for the answer to say: the session may have ended since the page was made. */
  #show(html: string, answer: KeptAnswer, pressed: boolean): void {
    const holder = document.createElement('template')
    holder.innerHTML = html
    const section = holder.content.firstElementChild as HTMLElement
    const step = section.querySelector<HTMLElement>('[data-step]')
    if (section.dataset.kept === 'here' && !keep(answer))
      section.querySelector('[data-note]')!.textContent = section.dataset.notKept ?? ''
    const practice = this.closest('local-practice')
    // What was answered already may offer another answer.
    ;(this.closest('.answer') ?? this).replaceWith(section)
    if (pressed) {
      standOnPage()
      showVerdict(step ?? section)
    }
    practice?.dispatchEvent(new CustomEvent('answered'))
  }

  #wait(answer: KeptAnswer): void {
    const isKept = this.#keepUnsent(answer)
    this.#unsent = answer
    this.#say((isKept ? this.dataset.unsent : this.dataset.unkept) ?? '')
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#retry, this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs)
  }

  /** A step of a story is no answer yet, and nobody but this page can go on from it. */
  #keepUnsent(answer: KeptAnswer): boolean {
    return !this.querySelector('[data-step]') && addUnsent(answer)
  }

  /** Whoever it belongs to may come back; it is sent for them alone, by a page of theirs. */
  #giveUp(answer: KeptAnswer, pressed: boolean): void {
    if (pressed) this.#keepUnsent(answer)
    this.#unsent = undefined
    this.#say(this.dataset.notOurs ?? '')
  }

  readonly #retry = async () => {
    if (this.#unsent) await this.send(this.#unsent, false)
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!
  }

  #setSending(sending: boolean): void {
    this.#sending = sending
    this.#form.setAttribute('aria-busy', String(sending))
  }

  #say(words: string): void {
    const notice = this.querySelector('[data-said]') ?? document.createElement('p')
    notice.className = 'notice'
    notice.setAttribute('role', 'status')
    notice.setAttribute('data-said', '')
    const foot = this.querySelector('.question__foot') ?? this.#form
    if (!notice.isConnected) foot.append(notice)
    notice.textContent = words
  }

  /** The page of the refusal says what is wrong. */
  #submitPlainly(): void {
    this.removeEventListener('submit', this.#submit)
    standOnPage()
    this.#form.submit()
  }
}

function howSure(form: HTMLFormElement): Pick<KeptAnswer, 'confidence' | 'hints'> {
  const chosen = form.querySelector<HTMLInputElement>('[name="confidence"]:checked')
  return {
    ...(chosen ? { confidence: chosen.value } : {}),
    ...(form.querySelector('.hint') ? { hints: form.querySelectorAll('.hint[data-seen]').length } : {}),
  }
}

/** A hint that was looked at, also if it is closed again. */
function noteHint({ target }: Event): void {
  ;(target as HTMLElement).dataset.seen = ''
}

/** From its beginning: the reasons are often longer than a phone's screen. */
function showVerdict(section: HTMLElement): void {
  section.focus({ preventScroll: true })
  section.scrollIntoView({ block: 'start' })
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}
