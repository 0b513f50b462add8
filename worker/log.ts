import type { Settings } from './env.ts'
import { pseudonymOf } from './pseudonym.ts'
import { refusalIn } from './refusal.ts'
import { WrongSettings } from './wrong-settings.ts'

/** What happens here that is worth a line. The request's own line is http/request-log's. */
export type Event =
  | 'signed-in'
  | 'signed-out'
  | 'session-ended'
  | 'session-over'
  | 'code-wrong'
  | 'refused'
  | 'address-added'
  | 'address-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'card-made'
  | 'role-changed'
  | 'company-started'
  | 'company-closed'
  | 'company-reopened'
  | 'company-merged'
  | 'member-joined'
  | 'member-left'
  | 'member-removed'
  | 'member-changed'
  | 'terms-changed'
  | 'badge-withdrawn'
  | 'account-erased'
  | 'accounts-merged'
  | 'bug'
  | 'failed-later'

/**
 * What a line may say besides. An error is reduced to its class, its code and the places in our code it came through:
 * its message and parameters hold whatever somebody typed, and are never written. Of wrong settings: which, and why.
 */
export interface Details {
  /** Whose doing it was, or to whom it was done: written as a pseudonym that only SECRET leads back from. */
  learner?: string | undefined
  error?: unknown
}

/** What of a visit a line needs. The database logs as well, and knows no visits. */
interface Logged {
  requestId: string
  settings: Pick<Settings, 'SECRET'>
  later(work: Promise<unknown>): void
}

type Level = 'info' | 'warn' | 'error'

/** What somebody should look at. Everything else is what happens on any day. */
const levels: Partial<Record<Event, Level>> = { bug: 'error', 'failed-later': 'error' }

/** A request that took longer than this is one to look at. */
export const slowMs = 1000

/** One line about an event, after the answer has been sent. */
export function logEvent(visit: Logged, event: Event, details: Details = {}): void {
  const line = { ...lineOf(visit.requestId, event), ...causeOf(details.error) }
  const { learner } = details
  if (learner === undefined) return write(line)
  visit.later(pseudonymOf(visit.settings.SECRET, 'log', learner).then((subject) => write({ ...line, subject })))
}

/** The same where nothing of the visit is known. */
export function logError(requestId: string, event: 'bug' | 'failed-later', error: unknown): void {
  write({ ...lineOf(requestId, event), ...causeOf(error) })
}

/** How many mails could not be handed over and why, in a word of ours; never which: a complaint may hold an address. */
export function logMailsNotTaken(reason: string, count: number): void {
  write({ at: now(), level: 'warn', event: 'mails-not-taken', reason: wordIn(reason), count })
}

/** The database cannot work, by its own code. */
export function logDatabaseTrouble(code: string): void {
  write({ at: now(), level: 'error', event: 'database-cannot-work', code: wordIn(code) })
}

/** The line about a request: the route, never the address. A slow one is a warning, one that we could not answer an error. */
export function logRequest(line: {
  requestId: string
  method: string
  route: string
  status: number
  ms: number
  trips: number
}): void {
  const level = line.status >= 500 ? 'error' : line.ms > slowMs ? 'warn' : 'info'
  write({ at: now(), level, event: 'request', ...line })
}

function lineOf(requestId: string, event: Event) {
  return { at: now(), level: levels[event] ?? 'info', event, requestId }
}

function causeOf(error: unknown) {
  if (error === undefined) return {}
  const refusal = refusalIn(error)
  if (refusal) return { code: refusal.code, reason: refusal.reason }
  if (!(error instanceof Error)) return { class: typeof error }
  const settings = error instanceof WrongSettings ? error.faults : undefined
  return { class: wordIn(error.name), code: codeIn(error), settings, places: placesIn(error) }
}

/** A name of a class or a code as programs write them; anything else might be a message. */
function wordIn(text: unknown): string {
  return typeof text === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,60}$/.test(text) ? text : 'unknown'
}

/** The first code in the chain of causes: drivers and Drizzle wrap what the database said. */
function codeIn(error: Error): string | undefined {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth += 1) {
    if ('code' in cause && typeof cause.code === 'string') return wordIn(cause.code)
  }
  return undefined
}

const place = /^ {4}at (?:async )?(?:[\w$.<># ]+ \()?((?:file:\/\/)?[\w./@-]+:\d+:\d+)\)?$/

/** Where it came through, without the message: a stack begins with that, over as many lines as it has. */
function placesIn({ stack = '', message }: Error): string[] {
  const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : ''
  return after
    .split('\n')
    .map((line) => place.exec(line)?.[1])
    .filter((found) => found !== undefined)
    .slice(0, 12)
}

/** new Date() alone costs workerd thirty times as much. */
function now(): string {
  return new Date(Date.now()).toISOString()
}

/** The only line of the worker that writes to the console (.oxlintrc.json sees to it). */
function write(line: Record<string, unknown>): void {
  console.log(JSON.stringify(line))
}
