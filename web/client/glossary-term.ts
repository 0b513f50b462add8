/** Long enough to move the pointer from the word to its note. */
const graceMs = 250

/** A marked term: a press opens its note without this; here pointing at it and focus do so too. */
export class GlossaryTerm extends HTMLElement {
  #closing: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    this.addEventListener('pointerenter', ({ pointerType }) => {
      clearTimeout(this.#closing)
      if (pointerType === 'mouse') this.#note.showPopover()
    })
    this.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType === 'mouse') this.#closing = setTimeout(() => this.#close(':focus-within'), graceMs)
    })
    // A press focuses too, and opens the note by itself.
    this.addEventListener('focusin', () => {
      if (this.querySelector(':focus-visible')) this.#note.showPopover()
    })
    this.addEventListener('focusout', () => this.#close(':hover'))
  }

  #close(unless: string): void {
    if (!this.matches(unless)) this.#note.hidePopover()
  }

  get #note(): HTMLElement {
    return this.querySelector<HTMLElement>('[popover]')!
  }
}
