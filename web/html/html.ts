/** HTML that may go to a browser as it stands: printed from JSX, or `raw` of what the compiler rendered. A text is none. */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** What may stand between two tags. */
export type Child = Html | string | number | boolean | null | undefined | readonly Child[]

/** For HTML that was made by our own programs, never for what somebody typed. */
export function raw(html: string): Html {
  return new Html(html)
}

const special = /[&<>'"]/
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' }

/** Text as it stands in HTML, between tags and in attributes. */
export function escaped(text: string): string {
  return special.test(text) ? text.replaceAll(/[&<>'"]/g, (character) => escapes[character]!) : text
}
