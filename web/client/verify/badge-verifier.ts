import type { Checker } from './checker.ts'
import { largestFile } from './limits.ts'
import { showText, showVerdict } from './show-verdict.ts'
import { readWords } from './words.ts'

/** The page to check any file on: a file input, on which a file may also be dropped. */
export function badgeVerifier(checker: Checker) {
  return class BadgeVerifier extends HTMLElement {
    connectedCallback(): void {
      const input = this.querySelector('input')!
      input.addEventListener('change', () => void this.check(input.files?.[0]))
      this.addEventListener('dragover', (event) => event.preventDefault())
      this.addEventListener('drop', (event) => {
        event.preventDefault()
        void this.check(event.dataTransfer?.files[0])
      })
      checker.warm()
    }

    private async check(file: File | undefined): Promise<void> {
      if (!file) return
      const place = this.querySelector('output')!
      showText(place, readWords().busy)
      if (file.size > largestFile) return showVerdict(place, { fault: 'too-large' })
      showVerdict(place, await checker.check(new Uint8Array(await file.arrayBuffer())))
    }
  }
}
