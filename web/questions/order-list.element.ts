import { fill } from '../client/local-steps.ts'

/** Moves the items of an order with buttons. The selects beneath hold the places that the form sends. */
class OrderList extends HTMLElement {
  connectedCallback(): void {
    this.dataset.live = ''
    for (const moves of this.querySelectorAll<HTMLElement>('.order__moves')) moves.hidden = false
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('.order__move')
      if (button) this.#move(button)
    })
    // Somebody put earlier places back into the selects.
    this.addEventListener('placed', () => this.#arrange())
    this.#arrange()
  }

  get #items(): HTMLLIElement[] {
    return [...this.querySelectorAll('li')]
  }

  /** What was placed earlier stands in its order; an untouched list is no answer yet and has no numbers. */
  #arrange(): void {
    const placed = this.#items.filter((item) => placeIn(item).value)
    const list = this.querySelector('ul')!
    list.prepend(...placed.sort((a, b) => Number(placeIn(a).value) - Number(placeIn(b).value)))
    if (placed.length > 0) this.#number()
  }

  #move(button: HTMLButtonElement): void {
    const item = button.closest('li')!
    const isUp = button.value === 'up'
    const other = isUp ? item.previousElementSibling : item.nextElementSibling
    if (isUp) other?.before(item)
    else other?.after(item)
    this.#number()
    // Moving an element in the page takes the focus from it.
    button.focus()
    const place = placeIn(item).value
    this.querySelector('[role="status"]')!.textContent =
      `${item.querySelector('label')!.textContent.trim()}: ${fill(this.dataset.moved, { place })}`
    this.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #number(): void {
    this.dataset.placed = ''
    for (const [i, item] of this.#items.entries()) placeIn(item).value = String(i + 1)
  }
}

function placeIn(item: Element): HTMLSelectElement {
  return item.querySelector('select')!
}

customElements.define('order-list', OrderList)
