import { logDatabaseTrouble } from '../log.ts'
import { Refusal } from '../refusal.ts'
import { Admission } from './admission.ts'
import { currentArrival } from './arrival.ts'

const patienceMs = 1500
const queueMs = 500
/** Half of what sqld takes at once; more makes no database faster, and fewer lets lessons wait for others' pages. */
const admission = new Admission({ most: 64, mostWaiting: 500, leaseMs: patienceMs + 500 })

/** The database is too busy to have done anything: to be tried again. sqld says so with 429. */
const busy = /^(429|SQLITE_(BUSY|LOCKED))/
/** Inside a JSON text a quotation mark is escaped, so this is never somebody's words. */
const trouble = /"code":"(SQLITE_(?:BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|NOMEM)[A-Z_]*)"/

interface Reply {
  ok: boolean
  status: number
  headers: Headers
  text: string
}

/**
 * One round trip to the database: waits its turn for at most half a second, then for the answer, its body included,
 * for at most one and a half from when it was sent. A database that is busy is asked again within that time. What
 * cannot be had is the refusal `unavailable`.
 */
export async function askInTurn(reach: typeof fetch, request: Request, trips: { count: number }) {
  const arrival = currentArrival()
  const began = Date.now()
  const place = await admission.enter(arrival.lane, Math.min(queueMs, arrival.leftMs))
  if (!place) throw unavailable('too many wait')
  try {
    const waited = Date.now() - began
    const until = Date.now() + Math.min(patienceMs, arrival.leftMs - waited)
    return responseOf(await askUntil(until, reach, request, trips))
  } finally {
    admission.leave(place)
    arrival.leftMs -= Date.now() - began
  }
}

async function askUntil(
  until: number,
  reach: typeof fetch,
  request: Request,
  trips: { count: number },
): Promise<Reply> {
  const body = await request.text()
  for (let round = 1; ; round += 1) {
    trips.count += 1
    const reply = await askOnce(until, reach, request, body)
    const code = reply.status === 429 ? '429' : trouble.exec(reply.text)?.[1]
    if (!code) return reply

    const pauseMs = round * 20 * (1 + Math.random())
    const mayTryAgain = busy.test(code) && !isInteractive(body) && Date.now() + pauseMs < until
    if (!mayTryAgain) {
      if (!busy.test(code)) logTrouble(code)
      throw unavailable(code)
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

async function askOnce(until: number, reach: typeof fetch, request: Request, body: string): Promise<Reply> {
  const { url, method, headers } = request
  const signal = AbortSignal.timeout(Math.max(1, until - Date.now()))
  try {
    const response = await reach(url, { method, headers, signal, ...(body ? { body } : {}) })
    const { ok, status } = response
    if (status < 500) return { ok, status, headers: response.headers, text: await response.text() }
  } catch (error) {
    throw unavailable(error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'unreachable')
  }
  throw unavailable('it failed')
}

/** A disk that is full, or fails: the operator's to mend. */
function logTrouble(code: string): void {
  logDatabaseTrouble(code)
}

/** Part of a transaction that lives between trips: what went before is lost with it, so it is not tried again alone. */
function isInteractive(body: string): boolean {
  return body.startsWith('{"baton":')
}

/** As much of a Response as the client reads; a real one would copy the text twice. */
function responseOf({ ok, status, headers, text }: Reply) {
  const json = async (): Promise<unknown> => JSON.parse(text)
  return { ok, status, headers, body: null, text: async () => text, json }
}

function unavailable(why: string): Refusal {
  return new Refusal('unavailable', `database: ${why}`)
}
