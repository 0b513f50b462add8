import { HranaError } from './hrana-error.ts'

interface Waiter {
  owner: object
  admit: () => void
  refuse: (reason: HranaError) => void
  timer: NodeJS.Timeout
}

/**
 * The one turn to write, handed out in order of asking. SQLite has one writer at a time, and its own way to wait for the
 * lock would freeze the event loop, so whoever is about to write waits here.
 */
export class WriterQueue {
  readonly #longestWaitMs: number
  readonly #waiters: Waiter[] = []
  #holder: object | undefined
  #rested = true

  /** @param longestWaitMs after so many milliseconds a waiter is refused with `SQLITE_BUSY`. */
  constructor(longestWaitMs: number) {
    this.#longestWaitMs = longestWaitMs
  }

  /** Resolves when `owner` has the turn. Rejects with `SQLITE_BUSY` after the longest wait, or when withdrawn. */
  take(owner: object): Promise<void> | undefined {
    if (this.#holder === owner) return undefined
    if (this.#holder === undefined && this.#rested && this.#waiters.length === 0) {
      this.#grant(owner)
      return undefined
    }
    return this.#wait(owner)
  }

  /** Hands the turn on. Does nothing when `owner` does not have it. */
  release(owner: object): void {
    if (this.#holder === owner) this.#holder = undefined
    this.#admitNext()
  }

  /** Forgets a waiter that is no longer interested. */
  withdraw(owner: object): void {
    this.#refuse(owner, new HranaError('STREAM_CLOSED', 'the stream was closed while it waited for its turn to write'))
  }

  #grant(owner: object): void {
    this.#holder = owner
    // One turn for each round of the event loop: fifty commits in one round would be one long stall on a slow disk.
    this.#rested = false
    setImmediate(() => {
      this.#rested = true
      this.#admitNext()
    })
  }

  #admitNext(): void {
    if (this.#holder !== undefined || !this.#rested) return

    const next = this.#waiters.shift()
    if (!next) return
    clearTimeout(next.timer)
    this.#grant(next.owner)
    next.admit()
  }

  #wait(owner: object): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const tooLong = new HranaError('SQLITE_BUSY', `SQLite error: database is locked: waited ${this.#longestWaitMs} ms to write`)
    const timer = setTimeout(() => this.#refuse(owner, tooLong), this.#longestWaitMs)
    this.#waiters.push({ owner, admit: resolve, refuse: reject, timer })
    return promise
  }

  #refuse(owner: object, reason: HranaError): void {
    const place = this.#waiters.findIndex((waiter) => waiter.owner === owner)
    const [waiter] = place < 0 ? [] : this.#waiters.splice(place, 1)
    if (!waiter) return
    clearTimeout(waiter.timer)
    waiter.refuse(reason)
  }
}
