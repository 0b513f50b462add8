import { createClient } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/libsql/web'

import type { Bindings, Settings } from '../env.ts'
import { askInTurn, type Way } from './ask-in-turn.ts'
import { type ClaimedSession, guardSession } from './guard-session.ts'
import * as schema from './schema/index.ts'

export type Database = ReturnType<typeof openDatabase>['db']

/**
 * A database client for one request. Every call is one round trip over HTTP and is counted;
 * one that cannot be had in time (see ask-in-turn.ts) is the refusal `unavailable`.
 */
export function openDatabase(settings: Settings, bindings: Bindings) {
  const trips = { count: 0 }
  return { db: drizzle(openClient(settings, bindings, trips)), trips }
}

/** The same for somebody who signed in: with every use it is asked anew, in the same round trip, whether the session lives. */
export function openGuardedDatabase(
  settings: Settings,
  bindings: Bindings,
  trips: { count: number },
  session: ClaimedSession,
): Database {
  return drizzle(guardSession(openClient(settings, bindings, trips), session))
}

/** The same with the schema's relations, for better-auth. Reading them costs more than a page: once per isolate. */
export function openRelationalDatabase(settings: Settings, bindings: Bindings) {
  return drizzle(openClient(settings, bindings, { count: 0 }), { schema })
}

function openClient(settings: Settings, bindings: Bindings, trips: { count: number }) {
  const way = wayTo(settings, bindings)
  return createClient({
    url: settings.LIBSQL_URL,
    // The library's own queue would hand one request's work to another, which workerd forbids.
    concurrency: Number.POSITIVE_INFINITY,
    ...(settings.LIBSQL_AUTH_TOKEN ? { authToken: settings.LIBSQL_AUTH_TOKEN } : {}),
    fetch: (request: Request) => askInTurn(way, request, trips),
  })
}

/**
 * SQLite lets one write at a time, and the others only wait: four hide the way to a server. With eight at once sqld keeps
 * two thirds of its pace, and with twelve it comes to where it lets nobody write again until it is killed. The embedded
 * database has a line of its own, and takes what comes.
 */
const writersElsewhere = 4

function wayTo({ LIBSQL_WRITERS }: Settings, { DATABASE }: Bindings): Way {
  if (DATABASE) return { reach: DATABASE.fetch.bind(DATABASE), mostWriters: LIBSQL_WRITERS }
  return { reach: fetch, mostWriters: LIBSQL_WRITERS ?? writersElsewhere }
}
