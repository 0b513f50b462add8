import { dayOf } from '../../formats/day.ts'
import { logMailsNotTaken } from '../log.ts'
import type { Visit } from '../visit.ts'
import { dressMail } from './dress-mail.ts'
import { lanes, mailsPerTurn, mailsPerVisit, sendTimeoutMs, turnsPerRun, waitAfter } from './rules.ts'
import { leaseMails, postpone, recordBounces, recordRefused, recordSent, type StoredMail } from './store.ts'
import type { Outcome, OutgoingMail, Transport } from './transport.ts'
import { transportOf } from './transports.ts'

export type Sender = Pick<Visit, 'openDb' | 'settings' | 'bindings' | 'now'>

interface Tried {
  mail: StoredMail
  outcome: Outcome
}

/**
 * Delivers the codes and notices that are due, each at least once; letters wait for the scheduled run. Two round trips,
 * whatever the number. What the transport does not take is tried again later: by the next visit that sends, or by the
 * scheduled run.
 */
export async function sendMails(
  sender: Sender,
  transport: Transport | undefined = transportOf(sender.settings, sender.bindings),
): Promise<void> {
  if (transport) await sendTurn(sender, transport, { most: mailsPerVisit, lastLane: lanes.notices })
}

/**
 * The same in the scheduled run, letters too, a turn after another: with each, codes that came meanwhile go first. It
 * ends early where nothing is left, or nothing is taken.
 */
export async function sendAllMails(
  sender: Sender,
  transport: Transport | undefined = transportOf(sender.settings, sender.bindings),
  turns = turnsPerRun,
): Promise<void> {
  if (!transport) return
  const began = Date.now()
  const tried = await sendTurn(sender, transport, { most: mailsPerTurn, lastLane: lanes.letters })
  const isDone = tried.length < mailsPerTurn || tried.every(({ outcome }) => outcome.kind === 'later')
  if (isDone || turns <= 1) return
  const now = new Date(sender.now.getTime() + Date.now() - began)
  await sendAllMails({ ...sender, now }, transport, turns - 1)
}

async function sendTurn(
  sender: Sender,
  transport: Transport,
  turn: { most: number; lastLane: number },
): Promise<Tried[]> {
  const leased = await leaseMails(sender.openDb, sender.now, turn)
  leased.sort((a, b) => a.lane - b.lane || a.createdAt.getTime() - b.createdAt.getTime())
  // Dressed first, so that the transport is asked in their order, whichever was dressed sooner.
  const dressed = await Promise.allSettled(leased.map((mail) => dressMail(mail, sender.settings)))
  const tried = await Promise.all(
    leased.map(async (mail, i) => ({ mail, outcome: await outcomeOf(dressed[i]!, transport) })),
  )
  const [first, ...rest] = statementsFor(tried, sender)
  if (first) await sender.openDb.batch([first, ...rest])
  logTrouble(tried)
  return tried
}

async function outcomeOf(dressed: PromiseSettledResult<OutgoingMail>, transport: Transport): Promise<Outcome> {
  if (dressed.status === 'rejected') return { kind: 'later', reason: 'unknown' }
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'later', reason: 'timeout' }), sendTimeoutMs)
  })
  const sending = async () => transport.send(dressed.value)
  return Promise.race([sending(), timeout])
    .catch((): Outcome => ({ kind: 'later', reason: 'unknown' }))
    .finally(() => clearTimeout(timer))
}

function statementsFor(tried: Tried[], { openDb: db, now }: Sender) {
  const idsOf = (kind: Outcome['kind']) =>
    tried.filter(({ outcome }) => outcome.kind === kind).map(({ mail }) => mail.id)
  const [sent, refused] = [idsOf('sent'), idsOf('refused')]
  const later = Map.groupBy(
    tried.filter(({ outcome }) => outcome.kind === 'later'),
    ({ mail }) => waitAfter(mail.tries),
  )
  const unreached = tried
    .filter(({ outcome }) => outcome.kind === 'refused' && outcome.reason === 'mailbox')
    .map(({ mail }) => mail.recipient)
  return [
    ...(sent.length > 0 ? recordSent(db, sent, now) : []),
    ...(refused.length > 0 ? recordRefused(db, refused, now) : []),
    ...[...later].map(([wait, each]) =>
      postpone(
        db,
        each.map(({ mail }) => mail.id),
        new Date(now.getTime() + wait),
      ),
    ),
    ...(unreached.length > 0 ? recordBounces(db, [...new Set(unreached)], { kind: 'refused', day: dayOf(now) }) : []),
  ]
}

/** How many and why, never which: what a transport complains about may hold an address. */
function logTrouble(tried: Tried[]): void {
  const reasons = tried.flatMap(({ outcome }) => (outcome.kind === 'sent' ? [] : [outcome.reason]))
  for (const [reason, each] of Map.groupBy(reasons, (reason) => reason)) logMailsNotTaken(reason, each.length)
}
