/**
 * Whose turn it is to write. SQLite lets one connection write at a time; waiting for it inside the binding would
 * freeze the event loop, and with it the very COMMIT that is waited for. So a stream that is told SQLITE_BUSY waits
 * here, first come first served, until the transaction that holds the lock ends.
 */
export class WriteTurn {
  #waiting: (() => void)[] = []

  /** Resolves when another stream's transaction has ended. Who had a turn and found the lock taken again goes first. */
  wait(first: boolean): Promise<void> {
    return new Promise((resolve) => (first ? this.#waiting.unshift(resolve) : this.#waiting.push(resolve)))
  }

  /** The lock may be free: the first in the queue tries. */
  release(): void {
    this.#waiting.shift()?.()
  }
}
