import { fetchBytes } from './badge-check.ts'
import { isYours } from './is-yours.ts'
import { showText } from './show-verdict.ts'
import { readWords } from './words.ts'

/** Compares an address with a badge's checksum. The address never leaves the browser. */
export class BadgeYours extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.compare()
    })
  }

  private async compare(): Promise<void> {
    const words = readWords()
    const place = this.querySelector('output')!
    const bytes = await fetchBytes(this.dataset.credential!)
    if (!bytes) return showText(place, words.failed)
    const credential: unknown = JSON.parse(new TextDecoder().decode(bytes))
    showText(place, words[await isYours(credential, this.querySelector('input')!.value)])
  }
}
