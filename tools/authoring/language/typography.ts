import type { Locale } from '../../../formats/catalogue/catalogue.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Straight quotation marks become the language's own (”…” in Swedish, “…” in English) and apostrophes ’.
 * `before` is the character that stands before the text, for a mark that follows something in italics.
 */
export function withQuotes(text: string, locale: Locale, before = ''): string {
  if (!/["']/.test(text)) return text

  const [double, single] = locale === 'sv' ? ['”', '’'] : ['“', '‘']
  const opens = (at: number) => /^$|[\s([{–—/"“”‘’-]/.test(at > 0 ? text[at - 1]! : before)
  return text.replace(/["']/g, (mark, at: number) => {
    if (mark === '"') return opens(at) && /\S/.test(text[at + 1] ?? 'x') ? double : '”'
    return opens(at) && /^'\p{L}[^']*'(?!\p{L})/u.test(text.slice(at)) ? single : '’'
  })
}

export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character]!) : text
}

/** Escapes text in which an author may have written a character by its name, such as `&nbsp;`. */
export function escapeText(text: string): string {
  return escapeHtml(text).replace(/&amp;(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});/g, '&$1;')
}
