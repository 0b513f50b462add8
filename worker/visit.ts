import type { TextKind } from '../formats/locales.ts'
import type { Catalogue, Locale } from '../formats/catalogue/catalogue.ts'
import type { Database } from './db/client.ts'
import type { Bindings, Settings } from './env.ts'
import { Refusal } from './refusal.ts'

/** Who a request comes from. Membership and role are never part of it: they are read with each page's own batch. */
export interface Identity {
  id: string
  /** The first of the addresses; undefined for who has none. */
  email: string | undefined
  name: string
  sessionToken: string
}

/** One request's context. Everything a verb may need that is not its argument: clock, words' language, database, sender. */
export interface Visit {
  requestId: string
  now: Date
  locale: Locale
  /** In which words Swedish is read, where there are easy ones. */
  text: TextKind
  settings: Settings
  bindings: Bindings
  catalogue: Catalogue
  /** For all a person does: with every use it is asked anew, in the same round trip, whether their session still lives. */
  db: Database
  /** Asks nobody who they are: for signing in and out, and for what goes on after the answer (mails, signatures). */
  openDb: Database
  /** Round trips made so far; written to the log line. */
  trips: { count: number }
  learner: Identity | undefined
  /** A session cookie came along, but the database could not be asked whose it is. */
  learnerUnknown: boolean
  method: string
  headers: Headers
  /** Goes on after the answer was sent (`waitUntil`). */
  later(work: Promise<unknown>): void
}

export type SignedInVisit = Visit & { learner: Identity }

/** The same visit for signing in and out, where a session that ended meanwhile is no reason to refuse. */
export function atTheDoor(visit: Visit): Visit {
  return { ...visit, db: visit.openDb }
}

/** The visit of somebody who signed in; refuses otherwise (pages then go to sign-in, the API answers 401). */
export function signedIn(visit: Visit): SignedInVisit {
  if (visit.learner) return visit as SignedInVisit
  if (visit.learnerUnknown) throw new Refusal('unavailable', 'session cannot be checked')
  throw new Refusal('signed-out', 'sign in first')
}
