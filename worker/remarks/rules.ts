const longestRemark = 1000
const unseen = /[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** What somebody wrote, or what is wrong with it. Line ends are kept; signs that nobody sees are not. */
export function readRemark(typed: string): { text: string } | { fault: 'required' | 'too-long' } {
  const text = typed
    .replace(/\r\n?/g, '\n')
    // Control characters and those that turn the direction of text.
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, (sign) => (sign === '\n' ? sign : ''))
    .trim()
  if (text.replace(unseen, '') === '') return { fault: 'required' }
  return [...text].length > longestRemark ? { fault: 'too-long' } : { text }
}

/** A place in the list, as it travels in an address. */
export function cursorOf({ at, id }: { at: Date; id: string }): string {
  return `${at.getTime()}-${id}`
}

/** The place a cursor names; undefined for anything that is none. */
export function placeOf(cursor: string | undefined): { at: number; id: string } | undefined {
  const [, at, id] = /^(\d{1,15})-([\w-]{1,60})$/.exec(cursor ?? '') ?? []
  return at && id ? { at: Number(at), id } : undefined
}
