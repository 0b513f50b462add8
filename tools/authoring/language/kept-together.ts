/** "AI-koll" and "38 000": a line that ends within one is read twice. Words too long for a phone are left alone. */
const together = /(?<![\p{L}\p{N}-])(?:AI-\p{L}[\p{L}:’]{0,20}|\d{1,3}(?:[ \u00A0]\d{3})+)(?![\p{L}\p{N}])/gu
const term = '<glossary-term>.*?</glossary-term>'
/** The button of a term is a box of its own, and a line may begin after any box: also with a colon. */
const termWithSigns = new RegExp(`([(”“‘]*)(<em>${term}</em>|${term})([.,:;!?…)”’]*)`, 'gsu')

/** Keeps words and numbers of some HTML on one line. Only the page changes: what is hashed is the text as written. */
export function keepWords(html: string): string {
  if (!/AI-|\d[ \u00A0]\d/.test(html)) return html
  return html
    .split(/(<[^>]*>)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(together, '<span class="nowrap">$&</span>')))
    .join('')
}

/** Keeps the signs around a glossary term on its line. */
export function keepSigns(html: string): string {
  if (!html.includes('<glossary-term>')) return html
  return html.replace(termWithSigns, (whole, before: string, _term, after: string) =>
    before + after === '' ? whole : `<span class="nowrap">${whole}</span>`,
  )
}
