import { AsyncLocalStorage } from 'node:async_hooks'

/** Who may wait for the database before whom: what writes goes first, since a lesson can come without its progress. */
export type Lane = 'write' | 'read'

export interface Arrival {
  lane: Lane
  /** Milliseconds that this request may still spend on the database, waiting in line included. */
  leftMs: number
}

/** With what the rest of a request takes, a no comes within two seconds. */
const budgetMs = 1700
const arrivals = new AsyncLocalStorage<Arrival>()

/** Does a request's work, and lets every trip to the database know for what kind of request it is. */
export function arriving<T>(request: Request, work: () => T): T {
  const lane = request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'write'
  return arrivals.run({ lane, leftMs: budgetMs }, work)
}

/** The request that this work is for. Work of nobody's, such as the scheduled run's, has a budget with each trip. */
export function currentArrival(): Arrival {
  return arrivals.getStore() ?? { lane: 'write', leftMs: budgetMs }
}
