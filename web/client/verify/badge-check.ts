import type { Checker } from './checker.ts'
import { showText, showVerdict } from './show-verdict.ts'
import { readWords } from './words.ts'

/** A button on a badge's own page that fetches the file and works everything out again. */
export function badgeCheck(checker: Checker) {
  return class BadgeCheck extends HTMLElement {
    connectedCallback(): void {
      this.querySelector('button')!.addEventListener('click', () => void this.check())
    }

    private async check(): Promise<void> {
      const place = this.querySelector('output')!
      showText(place, readWords().busy)
      const bytes = await fetchBytes(this.dataset.credential!)
      if (bytes) showVerdict(place, await checker.check(bytes))
      else showText(place, readWords().failed)
    }
  }
}

export async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const answer = await fetch(address, { credentials: 'omit' })
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  } catch {
    return undefined
  }
}
