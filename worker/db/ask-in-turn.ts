import { logDatabaseTrouble } from '../log.ts'
import { Refusal } from '../refusal.ts'
import { Admission } from './admission.ts'
import { type Arrival, currentArrival, letEnd } from './arrival.ts'

const patienceMs = 1500
/** Where few may write at once they wait longer: what somebody did is at stake. */
const queueMs = { read: 500, write: 1000 }
/** Longer than any server works on what it was sent: sqld gives a lock up after five seconds, and a transaction too. */
const givenUpMs = 20_000
/** Half of what sqld takes at once; more makes no database faster, and fewer lets lessons wait for others' pages. */
const line = { mostWaiting: 500, leaseMs: patienceMs + 500 }
const admission = new Admission({ most: 64, ...line })
const writers = new Map<number, Admission>()
const writes = /\b(?:insert|update|delete|replace|immediate)\b/i

/** The database is too busy to have done anything: to be tried again. sqld says so with 429. */
const busy = /^(429|SQLITE_(BUSY|LOCKED))/
/** Inside a JSON text a quotation mark is escaped, so this is never somebody's words. */
const trouble = /"code":"(SQLITE_(?:BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|NOMEM)[A-Z_]*)"/

/** A token that holds no more, or a database that is not there: for good, or because sqld is just ending. */
const turnedAway = new Set([401, 403, 404])

export interface Way {
  reach: typeof fetch
  /** How many may write at once, of one isolate; undefined: as many as may read. */
  mostWriters: number | undefined
}

interface Reply {
  ok: boolean
  status: number
  headers: Headers
  text: string
}

/**
 * One round trip to the database: waits its turn for at most half a second, or one where few may write, then for the
 * answer, its body included, for at most one and a half from when it was sent. A database that is busy is asked again within that time. What
 * cannot be had is the refusal `unavailable`.
 *
 * What was sent is never broken off, only waited for no longer: sqld whose client goes away in the middle of a write,
 * while others write, may let nobody write again either.
 */
export async function askInTurn({ reach, mostWriters }: Way, request: Request, trips: { count: number }) {
  const arrival = currentArrival()
  const began = Date.now()
  const body = await request.text()
  const leave = await enter(
    arrival,
    mostWriters !== undefined && writes.test(body) ? writersOf(mostWriters) : undefined,
  )
  let late: Promise<Reply> | undefined
  try {
    const waited = Date.now() - began
    const until = Date.now() + Math.min(patienceMs, arrival.leftMs - waited)
    const send = () => {
      trips.count += 1
      return inTime(until, askOnce(reach, request, body), (reply) => (late = reply))
    }
    return responseOf(await askUntil(until, send, isInteractive(body)))
  } finally {
    arrival.leftMs -= Date.now() - began
    // A place stays taken for as long as the database works on what it was sent.
    if (late) letEnd(late.then(leave, leave))
    else leave()
  }
}

/** Takes a place among all, and before that, for what writes, one among those; gives what gives them back. */
async function enter({ lane, leftMs }: Arrival, among: Admission | undefined): Promise<() => void> {
  const until = Date.now() + Math.min(queueMs[among ? 'write' : 'read'], leftMs)
  const writer = await among?.enter(lane, until - Date.now())
  const place = among && !writer ? undefined : await admission.enter(lane, until - Date.now())
  const leave = () => {
    if (writer) among?.leave(writer)
    if (place) admission.leave(place)
  }
  if (place) return leave
  leave()
  throw unavailable('too many wait')
}

function writersOf(most: number): Admission {
  const known = writers.get(most) ?? new Admission({ most, ...line })
  writers.set(most, known)
  return known
}

async function askUntil(until: number, send: () => Promise<Reply>, isWithin: boolean): Promise<Reply> {
  for (let round = 1; ; round += 1) {
    const reply = await send()
    const code = reply.status === 429 ? '429' : trouble.exec(reply.text)?.[1]
    if (!code) return reply

    const pauseMs = round * 20 * (1 + Math.random())
    const mayTryAgain = busy.test(code) && !isWithin && Date.now() + pauseMs < until
    if (!mayTryAgain) {
      if (!busy.test(code)) logTrouble(code)
      throw unavailable(code)
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

async function inTime(until: number, reply: Promise<Reply>, onLate: (reply: Promise<Reply>) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => {
      onLate(reply)
      reject(unavailable('no answer in time'))
    }
    timer = setTimeout(giveUp, Math.max(1, until - Date.now()))
  })
  return Promise.race([reply, late]).finally(() => clearTimeout(timer))
}

async function askOnce(reach: typeof fetch, { url, method, headers }: Request, body: string): Promise<Reply> {
  const signal = AbortSignal.timeout(givenUpMs)
  try {
    const response = await reach(url, { method, headers, signal, ...(body ? { body } : {}) })
    const { ok, status } = response
    if (status < 500 && !turnedAway.has(status)) {
      return { ok, status, headers: response.headers, text: await response.text() }
    }
    if (turnedAway.has(status)) logTrouble(`HTTP_${status}`)
  } catch {
    throw unavailable('unreachable')
  }
  throw unavailable('it failed')
}

/** A disk that is full or fails, a server that does not know us: the operator's to mend. */
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
