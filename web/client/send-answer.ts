import type { KeptAnswer } from './kept-answers.ts'

export type Sent = { html: string } | { refused: true } | { later: true }

/** Sends an answer and gets its marked question as HTML; `later` when the network or the database is not there. */
export async function sendAnswer(action: string, { id, version, tokens, text, locale }: KeptAnswer): Promise<Sent> {
  const body = new URLSearchParams({ id, version })
  for (const token of tokens) body.append('o', token)
  if (text !== undefined) body.append('t', text)
  if (locale) body.append('l', locale)
  try {
    const response = await fetch(action, { method: 'POST', body, headers: { Accept: 'text/html', 'X-Fragment': '1' } })
    if (response.ok) return { html: await response.text() }
    return response.status >= 500 || response.status === 429 ? { later: true } : { refused: true }
  } catch {
    return { later: true }
  }
}
