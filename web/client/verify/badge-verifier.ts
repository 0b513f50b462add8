import { largestFile } from './read-file.ts'
import { showText, showVerdict } from './show-verdict.ts'
import type { Site } from './site.ts'
import { verifyFile } from './verify-file.ts'
import { readWords } from './words.ts'

/** The page to check any file on: a file input, on which a file may also be dropped. */
export function badgeVerifier(site: Site) {
  return class BadgeVerifier extends HTMLElement {
    connectedCallback(): void {
      const input = this.querySelector('input')!
      input.addEventListener('change', () => void this.check(input.files?.[0]))
      this.addEventListener('dragover', (event) => event.preventDefault())
      this.addEventListener('drop', (event) => {
        event.preventDefault()
        void this.check(event.dataTransfer?.files[0])
      })
      // So that badges from here can be checked when the network is gone.
      void site.read('/.well-known/did.json')
      void site.read('/status/1')
    }

    private async check(file: File | undefined): Promise<void> {
      if (!file) return
      const place = this.querySelector('output')!
      showText(place, readWords().busy)
      if (file.size > largestFile) return showVerdict(place, { fault: 'too-large' })
      const bytes = new Uint8Array(await file.arrayBuffer())
      showVerdict(place, await verifyFile(bytes, site, new Date()))
    }
  }
}
