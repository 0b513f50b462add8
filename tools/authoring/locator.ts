import type { Token } from 'marked'

import type { Markdown } from './markdown.ts'
import type { Place } from './problem.ts'

/**
 * Finds tokens in the text they came from. marked keeps no positions, but a token's `raw` is the text itself except
 * for prefixes of quotes and lists, so looking for tokens in order, each from where the last one was, finds them.
 */
export class Locator {
  readonly #text: string
  readonly #start: Place
  #cursor = 0
  /** Line ends before the cursor when they were last counted, and where the line begins that it was in. */
  #lines = 0
  #lineStart = 0

  constructor({ text, place }: Markdown) {
    this.#text = text
    this.#start = place
  }

  /** Moves to a token; call for every token in order, the parent before its children. */
  enter({ raw }: Token): void {
    const found = this.#text.indexOf(firstLineOf(raw), this.#cursor)
    if (found !== -1) this.#cursor = found
  }

  /** Moves past a token without children. */
  leave({ raw }: Token): void {
    if (this.#text.startsWith(raw, this.#cursor)) this.#cursor += raw.length
  }

  get place(): Place {
    this.#countLines()
    const column = this.#cursor - this.#lineStart + 1
    const first = this.#start.column ?? 1
    return {
      path: this.#start.path,
      line: this.#start.line + this.#lines,
      column: this.#lines === 0 ? first + column - 1 : column,
    }
  }

  /** The cursor never goes back, so only what it passed is looked at. */
  #countLines(): void {
    for (;;) {
      const end = this.#text.indexOf('\n', this.#lineStart)
      if (end === -1 || end >= this.#cursor) return
      this.#lines += 1
      this.#lineStart = end + 1
    }
  }
}

function firstLineOf(raw: string): string {
  const end = raw.trimEnd().indexOf('\n')
  return end === -1 ? raw.trimEnd() || raw : raw.slice(0, end)
}
