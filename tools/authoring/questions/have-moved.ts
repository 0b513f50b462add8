/** Whether texts stand in other places than before. Words that are only mended move nothing. */
export function haveMoved(old: readonly string[], now: readonly string[]): boolean {
  const [before, after] = [old.map(words), now.map(words)]
  return after.some((text, i) => text !== before[i] && before.includes(text))
}

/** What a reader reads, whatever marks it has. */
function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/[\s.!]+/g, ' ')
    .trim()
    .toLowerCase()
}
