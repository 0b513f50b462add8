import type { KeptAnswer } from './kept-answers.ts'

export type Sent = { html: string } | { refused: true } | { later: true }

/** Sends an answer and gets its marked question as HTML; `later` when the network or the database is not there. */
export async function sendAnswer(answer: KeptAnswer): Promise<Sent> {
  const locale = document.documentElement.lang
  const action = `/${locale}/courses/${answer.course}/${answer.lesson}/answers/${answer.question}`
  const body = new URLSearchParams([
    ['id', answer.id],
    ['version', answer.version],
    ...answer.tokens.map((token) => ['o', token]),
  ] as [string, string][])
  try {
    const response = await fetch(action, { method: 'POST', body, headers: { 'X-Fragment': '1' } })
    if (response.ok) return { html: await response.text() }
    return response.status >= 500 || response.status === 429 ? { later: true } : { refused: true }
  } catch {
    return { later: true }
  }
}
