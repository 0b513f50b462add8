import type { OutgoingMail, Outcome, Transport } from './transport.ts'

/** How a provider wants to be asked over HTTP, and what its answers mean. */
export interface Provider {
  request(mail: OutgoingMail): { url: string; headers: Record<string, string>; body: unknown }
  /** `body` is what could be read of it as JSON. */
  outcomeOf(status: number, body: unknown): Outcome
}

/** Less than Cloudflare leaves to what follows an answer (30 s): a mail that waits longer is not forgotten half sent. */
const patienceMs = 20_000

/** Sends through a provider's HTTP API, in one request a mail. */
export function throughHttp(provider: Provider): Transport {
  return {
    async send(mail) {
      const { url, headers, body } = provider.request(mail)
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
      })
      return provider.outcomeOf(answer.status, await answer.json().catch(() => undefined))
    },
  }
}

/** What the status alone says, where a provider means by it what HTTP does. */
export function outcomeOfStatus(status: number): Outcome {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 401 || status === 403) return { kind: 'later', reason: 'auth' }
  if (status === 402 || status === 429) return { kind: 'later', reason: 'limit' }
  if (status >= 500) return { kind: 'later', reason: 'deferred' }
  return { kind: 'later', reason: 'unknown' }
}
