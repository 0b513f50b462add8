import { account, isSignedIn } from './browser-store.ts'
import type { KeptAnswer } from './kept-answers.ts'

export type Sent = { html: string } | { refused: true } | { later: true } | { notOurs: true }

/** Whose page this is: the server takes nothing from it for whoever signed in here since. */
export const fromAccount = () => ({ 'X-Account': account() })

/**
 * Sends an answer and gets its marked question as HTML; `later` when the network or the database is not there,
 * `notOurs` when it is no longer the page's own learner who is signed in.
 */
export async function sendAnswer(
  action: string,
  { id, version, tokens, text, locale, confidence, hints, easy }: KeptAnswer,
): Promise<Sent> {
  const body = new URLSearchParams({ id, version })
  for (const token of tokens) body.append('o', token)
  if (text !== undefined) body.append('t', text)
  if (locale) body.append('l', locale)
  if (confidence) body.append('confidence', confidence)
  if (hints !== undefined) body.append('hints', String(hints))
  const address = new URL(action)
  // What is kept says which words it was given to; the page may show others by now.
  if (isSignedIn()) address.searchParams.delete('text')
  if (isSignedIn() && easy) address.searchParams.set('text', 'latt')
  try {
    const headers = { Accept: 'text/html', 'X-Fragment': '1', ...fromAccount() }
    const response = await fetch(address, { method: 'POST', body, headers })
    if (response.ok) return { html: await response.text() }
    if (response.status === 409) return { notOurs: true }
    return response.status >= 500 || response.status === 429 ? { later: true } : { refused: true }
  } catch {
    return { later: true }
  }
}
