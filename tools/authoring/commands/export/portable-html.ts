/** What is lost on the way, in words that follow the place of the question. */
export type Lose = (what: string) => void

/**
 * Inline HTML of ours as other programs show it: no classes of our styles, paragraphs as such, and of what leads into
 * this site only the words.
 */
export function portableHtml(html: string, lose: Lose): string {
  return paragraphs(html)
    .replaceAll(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, (_, alt: string) => {
      lose(`a picture, of which its words stay: "${alt.slice(0, 60)}"`)
      return alt
    })
    .replaceAll(/<a href="(\/[^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (_, address: string, words: string) => {
      lose(`a link to ${address}, of which its words stay`)
      return words
    })
    .replaceAll(/<\/?(?:span|div)\b[^>]*>/g, '')
    .replaceAll(
      /<([a-z]\w*)(?: (href="[^"]*"))?[^>]*>/g,
      (_, tag: string, address = '') => `<${`${tag} ${address}`.trim()}>`,
    )
    .replaceAll(/\s*\n\s*/g, ' ')
}

/** The words of inline HTML. */
export function wordsIn(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => signs[name]!)
}

const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }

/** The parts of a stem are spans, since the page puts it in a legend. */
function paragraphs(stem: string): string {
  const part = /<span class="stem-part([^"]*)">/
  if (!part.test(stem)) return stem
  return stem
    .split(/(?=<span class="stem-part)/)
    .map((piece) => {
      const isQuote = part.exec(piece)?.[1]?.includes('--quote')
      const text = piece
        .replace(part, '')
        .replace(/<\/span>(\s*(?:<\/p>.*)?)$/s, (_, after: string) => after.trimStart())
      return isQuote ? `<blockquote>${text}</blockquote>` : `<p>${text}</p>`
    })
    .join('')
}
