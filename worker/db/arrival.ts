import { AsyncLocalStorage } from 'node:async_hooks'

/** Who may wait for the database before whom: what writes goes first, since a lesson can come without its progress. */
export type Lane = 'write' | 'read'

export interface Arrival {
  lane: Lane
  /** Milliseconds that this request may still spend on the database, waiting in line included. */
  leftMs: number
}

/** What lets work go on when its answer has gone out. */
type Outliving = Pick<ExecutionContext, 'waitUntil'>

/** With what the rest of a request takes, a no comes within two seconds. */
const budgetMs = 1700
const arrivals = new AsyncLocalStorage<{ context: Outliving; arrival?: Arrival }>()

/** Does a request's work, and lets every trip to the database know for what kind of request it is. */
export function arriving<T>(request: Request, context: Outliving, work: () => T): T {
  const lane = request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'write'
  return arrivals.run({ context, arrival: { lane, leftMs: budgetMs } }, work)
}

/** Does work of nobody's, such as the scheduled run's: each trip to the database has a budget of its own. */
export function workingFor<T>(context: Outliving, work: () => T): T {
  return arrivals.run({ context }, work)
}

/** The request that this work is for. */
export function currentArrival(): Arrival {
  return arrivals.getStore()?.arrival ?? { lane: 'write', leftMs: budgetMs }
}

/** Lets a trip that nobody waits for any more come to its end. */
export function letEnd(trip: Promise<unknown>): void {
  arrivals.getStore()?.context.waitUntil(trip.catch(() => undefined))
}
