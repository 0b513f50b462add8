import { fieldsOf, idOf, noteSaved, restoreFields, stemOf, wasOf, wordsOf } from './question-fields.ts'
import { readTests, type UnsentChoice, withoutTest, withTest, writeTests } from './unsent-choices.ts'

const restMs = 1_000
const firstRetryMs = 4_000
const longestRetryMs = 60_000

type Said = 'saved' | 'unsaved' | 'lost' | 'ended' | 'other' | 'lapsed' | 'submitted'
type Outcome = 'saved' | 'later' | 'ended' | 'other' | 'lapsed' | 'submitted'

/**
 * Saves what is chosen while the test is under way, question by question, so that it can be left at any moment. What
 * does not get through stays in this browser for this person and test, is said, and is sent again.
 */
export class BadgeTest extends HTMLElement {
  readonly #unsent = new Map<string, UnsentChoice>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #retryMs = firstRetryMs
  #isClosed = false

  connectedCallback(): void {
    this.#restore()
    this.addEventListener('input', this.#noteChange)
    this.addEventListener('change', this.#noteChange)
    this.addEventListener('submit', this.#submit)
    addEventListener('online', () => void this.#save())
    addEventListener('pagehide', () => void this.#save())
    // Also on coming back, from signing in again beside it.
    document.addEventListener('visibilitychange', () => void this.#save())
  }

  /** Choices of an earlier visit that never got through, unless a newer one came from elsewhere meanwhile. */
  #restore(): void {
    const known = readTests(this.#account).find(({ attempt }) => attempt === this.dataset.attempt)
    const stale = new Map<string, UnsentChoice>()
    for (const [id, choice] of Object.entries(known?.choices ?? {})) {
      const question = this.#question(id)
      if (!question || wasOf(question) !== choice.was) {
        stale.set(id, choice)
        continue
      }
      restoreFields(question, choice.fields)
      this.#unsent.set(id, choice)
    }
    this.#keep(stale)
    if (this.#unsent.size > 0) void this.#save()
  }

  readonly #noteChange = (event: Event) => {
    const question = (event.target as Element).closest<HTMLElement>('.question')
    if (!question || this.#isClosed) return
    this.#unsent.set(idOf(question), {
      fields: fieldsOf(question),
      was: wasOf(question),
      stem: stemOf(question),
      words: wordsOf(question),
    })
    if (!this.#keep()) this.#say('lost')
    this.#saveIn(restMs)
  }

  /** Enter and "save" are told on the page; on the way elsewhere the choices go first, so that a dead net loses none. */
  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const intent = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'stay'
    const isSaved = await this.#save()
    if (!isSaved) return
    if (intent === 'stay') return this.#say('saved')
    location.assign((intent === 'hand-in' ? this.dataset.handIn : this.dataset.later) ?? '')
  }

  #saveIn(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#save(), ms)
  }

  /** Whether nothing is left to be saved. Sends only what changed. */
  async #save(): Promise<boolean> {
    clearTimeout(this.#timer)
    if (this.#isClosed) return false
    const sent = new Map(this.#unsent)
    if (sent.size === 0) return true

    const outcome = await this.#send([...sent.values()].flatMap(({ fields }) => fields))
    if (outcome === 'saved') return this.#noteSaved(sent)
    if (outcome === 'later') {
      this.#say(this.#keep() ? 'unsaved' : 'lost')
      this.#saveIn(this.#retryMs)
      this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs)
      return false
    }
    if (outcome === 'ended') this.#end()
    else if (outcome === 'other') this.#say('other')
    else {
      this.#say(outcome)
      this.#close()
    }
    return false
  }

  /** Where nothing can be kept the page has to stay: the way back is then another tab, and the next choice saves. */
  #end(): void {
    const isKept = this.#keep()
    this.#say(isKept ? 'ended' : 'lost')
    this.#way.hidden = false
    this.#way.querySelector('a')!.target = isKept ? '' : '_blank'
  }

  #noteSaved(sent: Map<string, UnsentChoice>): boolean {
    for (const [id, choice] of sent) {
      if (this.#unsent.get(id) === choice) this.#unsent.delete(id)
      noteSaved(this.#question(id)!, choice.fields)
    }
    this.#keep(sent)
    this.#way.hidden = true
    this.#retryMs = firstRetryMs
    if (this.#unsent.size > 0) this.#saveIn(0)
    else this.#say('saved')
    return this.#unsent.size === 0
  }

  /** Told here, with the choices still on the page: once is enough. */
  #close(): void {
    this.#isClosed = true
    this.#unsent.clear()
    writeTests(this.#account, withoutTest(readTests(this.#account), this.dataset.attempt ?? ''))
  }

  async #send(fields: readonly (readonly [string, string])[]): Promise<Outcome> {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
    const headers = { 'X-Fragment': '1' }
    try {
      const response = await fetch(this.#form.action, { method: 'POST', body, headers, keepalive: true })
      if (response.ok) return 'saved'
      if (response.status === 401) return 'ended'
      // A test is found for its own learner alone.
      if (response.status === 404) return 'other'
      if (response.status !== 409) return 'later'
      const { detail } = (await response.json()) as { detail?: unknown }
      return detail === 'submitted' ? 'submitted' : 'lapsed'
    } catch {
      return 'later'
    }
  }

  #keep(gone?: ReadonlyMap<string, UnsentChoice>): boolean {
    const { course = '', attempt = '' } = this.dataset
    const test = { course, attempt, choices: Object.fromEntries(this.#unsent) }
    return writeTests(this.#account, withTest(readTests(this.#account), test, gone))
  }

  #say(said: Said): void {
    this.querySelector('.test-said')!.textContent = this.dataset[said] ?? ''
    this.querySelector('.test-word')!.toggleAttribute('data-alarm', said !== 'saved')
  }

  #question(id: string): HTMLElement | null {
    return this.querySelector(`.question[id="q-${CSS.escape(id)}"]`)
  }

  get #way(): HTMLElement {
    return this.querySelector<HTMLElement>('[data-ended-way]')!
  }

  get #account(): string {
    return document.body.dataset.account ?? ''
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!
  }
}
