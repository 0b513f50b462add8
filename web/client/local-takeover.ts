import { forgetKept, isSignedIn, readKept } from './browser-store.ts'

const asked = 'navet.not-mine'

/** After sign-in: what this browser holds is offered, never assumed. */
export class LocalTakeover extends HTMLElement {
  connectedCallback(): void {
    const kept = readKept()
    if (!isSignedIn() || kept.length === 0 || sessionStorage.getItem(asked) === document.body.dataset.account) return

    const words = kept.length === 1 ? this.dataset.one : this.dataset.other
    this.querySelector('strong')!.textContent = (words ?? '').replace('{count}', String(kept.length))
    this.addEventListener('click', (event) => void this.#answer((event.target as HTMLElement).closest('button')?.value))
    this.hidden = false
  }

  async #answer(choice: string | undefined): Promise<void> {
    if (choice === 'yes') return this.#takeOver()
    if (choice === 'delete') forgetKept()
    else if (choice === 'no') sessionStorage.setItem(asked, document.body.dataset.account ?? '')
    else return
    this.hidden = true
  }

  async #takeOver(): Promise<void> {
    const response = await fetch(this.dataset.action ?? '', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Fragment': '1' },
      body: JSON.stringify({ answers: readKept() }),
    }).catch(() => undefined)
    if (!response?.ok) {
      this.querySelector('p')!.textContent = this.dataset.failed ?? ''
      return
    }
    forgetKept()
    location.reload()
  }
}
