import type { LaterReason, OutgoingMail, Outcome, Transport } from '../../worker/mail/transport.ts'
import { turnsOf } from './turns.ts'

/** How many of each lane are on their way at once. No lane waits for another: a code is never behind a letter. */
const places = { codes: 4, notices: 2, letters: 2 }
const waitMs = 40_000
/** While nothing is taken whatever it is, what can wait does: servers count failed logins. */
const pauseMs = 30_000
const houseTrouble = new Set<LaterReason>(['auth', 'tls', 'connection'])
const mostRemembered = 5000

/**
 * Carries one mail at a time and lane, and remembers which it has carried: a sender that never heard the answer asks
 * again, and is told it then.
 */
export function carrierOf(transport: Transport, { wait = waitMs, pause = pauseMs } = {}) {
  const lanes = { codes: turnsOf(places.codes), notices: turnsOf(places.notices), letters: turnsOf(places.letters) }
  const carried = new Set<string>()
  const underWay = new Map<string, Promise<Outcome>>()
  let trouble: { until: number; reason: LaterReason } | undefined

  async function carry(mail: OutgoingMail, gone: AbortSignal): Promise<Outcome> {
    const turn = await lanes[mail.lane].take(wait, gone)
    if (!turn) return { kind: 'later', reason: 'busy' }
    try {
      if (trouble && mail.lane !== 'codes' && Date.now() < trouble.until)
        return { kind: 'later', reason: trouble.reason }
      const outcome = await transport.send(mail).catch((): Outcome => ({ kind: 'later', reason: 'unknown' }))
      remember(mail.id, outcome)
      return outcome
    } finally {
      turn.giveBack()
    }
  }

  function remember(id: string, outcome: Outcome): void {
    const isHouse = outcome.kind === 'later' && houseTrouble.has(outcome.reason)
    trouble = isHouse ? { until: Date.now() + pause, reason: outcome.reason } : undefined
    if (outcome.kind !== 'sent') return
    carried.add(id)
    const [oldest] = carried
    if (carried.size > mostRemembered && oldest !== undefined) carried.delete(oldest)
  }

  /** `gone`: whoever asked does not wait any more. A mail that was begun is ended all the same. */
  return async function carryOnce(mail: OutgoingMail, gone: AbortSignal): Promise<Outcome> {
    if (carried.has(mail.id)) return { kind: 'sent' }
    const known = underWay.get(mail.id)
    if (known) return known
    const carrying = carry(mail, gone).finally(() => underWay.delete(mail.id))
    underWay.set(mail.id, carrying)
    return carrying
  }
}
