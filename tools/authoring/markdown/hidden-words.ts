/** What stands in the comments of a text, each without the blanks around it; one that never ends is none. */
export function commentsIn(text: string): string[] {
  const found: string[] = []
  for (let from = text.indexOf('<!--'); from !== -1; from = text.indexOf('<!--', from)) {
    const to = text.indexOf('-->', from)
    if (to === -1) break
    found.push(text.slice(from + '<!--'.length, to).trim())
    from = to
  }
  return found
}

/** What comments say under a key: `three-ways` of `<!-- id: three-ways -->`. */
export function saidInComments(text: string, key: string): string[] {
  return commentsIn(text).flatMap((comment) =>
    comment.startsWith(`${key}:`) ? [comment.slice(key.length + 1).trim()] : [],
  )
}
