import type { Locale } from '../../worker/courses/catalogue.ts'

/** Straight quotation marks become the language's own: ”…” in Swedish, “…” in English; apostrophes ’. */
export function withQuotes(text: string, locale: Locale): string {
  const open = locale === 'sv' ? '”' : '“'
  return text
    .replace(/(^|[\s([{–—/-])"/g, `$1${open}`)
    .replaceAll('"', '”')
    .replaceAll("'", '’')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!)
}
