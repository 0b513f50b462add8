import { fill } from '../client/local-steps.ts'

/**
 * Cards that are lifted and put on rows, by pressing the one and then the other or by dragging. The selects beneath hold
 * what the form sends.
 */
class MatchCards extends HTMLElement {
  #lifted: HTMLButtonElement | undefined

  connectedCallback(): void {
    this.dataset.live = ''
    for (const part of this.querySelectorAll<HTMLElement>('[hidden]')) part.hidden = false
    this.addEventListener('click', this.#press)
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#lift(undefined)
    })
    this.addEventListener('dragstart', ({ target, dataTransfer }) => {
      // Some browsers drag nothing that carries nothing.
      dataTransfer?.setData('text/plain', '')
      this.#lift(cardAt(target))
    })
    this.addEventListener('dragover', (event) => {
      if (this.#lifted && slotAt(event.target)) event.preventDefault()
    })
    this.addEventListener('drop', this.#drop)
    // Somebody put earlier choices back into the selects.
    this.addEventListener('placed', () => this.#show())
    this.#show()
  }

  readonly #press = ({ target }: Event) => {
    const [card, slot] = [cardAt(target), slotAt(target)]
    if (card) this.#lift(card === this.#lifted ? undefined : card)
    else if (slot && this.#lifted) this.#put(slot, this.#lifted)
    else if (slot) this.#giveBack(slot)
  }

  readonly #drop = (event: Event) => {
    const slot = slotAt(event.target)
    if (!slot || !this.#lifted) return
    event.preventDefault()
    this.#put(slot, this.#lifted)
  }

  #lift(card: HTMLButtonElement | undefined): void {
    this.#lifted = card
    this.#show()
  }

  #put(slot: HTMLButtonElement, card: HTMLButtonElement): void {
    this.#lifted = undefined
    const row = this.#slots.indexOf(slot) + 1
    this.#choose(slot, card.value, `${wordsOf(card)}: ${fill(this.dataset.put, { row })}`)
    slot.focus()
  }

  #giveBack(slot: HTMLButtonElement): void {
    const card = this.#cards.find(({ value }) => value === selectOf(slot).value)
    if (!card) return
    this.#choose(slot, '', `${wordsOf(card)}: ${this.dataset.back ?? ''}`)
    card.focus()
  }

  #choose(slot: HTMLButtonElement, token: string, said: string): void {
    selectOf(slot).value = token
    this.#show()
    this.querySelector('[role="status"]')!.textContent = said
    this.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #show(): void {
    const used = this.#slots.map((slot) => selectOf(slot).value)
    for (const card of this.#cards) {
      card.hidden = used.includes(card.value)
      card.setAttribute('aria-pressed', String(card === this.#lifted))
    }
    for (const [i, slot] of this.#slots.entries()) {
      const card = used[i] ? this.#cards.find(({ value }) => value === used[i]) : undefined
      slot.classList.toggle('is-filled', card !== undefined)
      slot.textContent = card ? wordsOf(card) : (this.dataset.empty ?? '')
    }
  }

  get #cards(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('.card')]
  }

  get #slots(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('.match__slot')]
  }
}

function cardAt(target: EventTarget | null): HTMLButtonElement | undefined {
  return (target as Element).closest<HTMLButtonElement>('.card') ?? undefined
}

function slotAt(target: EventTarget | null): HTMLButtonElement | undefined {
  return (target as Element).closest<HTMLButtonElement>('.match__slot') ?? undefined
}

function selectOf(slot: HTMLButtonElement): HTMLSelectElement {
  return slot.parentElement!.querySelector('select')!
}

function wordsOf(card: HTMLElement): string {
  return card.textContent.trim()
}

customElements.define('match-cards', MatchCards)
