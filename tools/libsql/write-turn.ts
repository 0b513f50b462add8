interface Waiting {
  stream: object
  go(): void
}

/**
 * Whose turn it is to write. SQLite lets one connection write at a time; waiting for it inside the binding would
 * freeze the event loop, and with it the very COMMIT that is waited for. So a stream that is about to write waits here,
 * first come first served, while another stream's transaction holds the lock. The binding is never told to try: a
 * statement that it gives up as busy stays open, and no COMMIT succeeds beside it.
 */
export class WriteTurn {
  #holder: object | undefined
  readonly #waiting: Waiting[] = []
  #isCalled = false

  /**
   * Does the work when nobody else's transaction holds the lock and nobody waits; else when the turn comes. That the
   * lock is free and the work itself are one tick: nobody comes in between.
   * `holds`: whether the stream's transaction goes on after the work.
   */
  take<T>(stream: object, work: () => T, holds: () => boolean): T | Promise<T> {
    const isNext = this.#holder === stream || (this.#holder === undefined && this.#waiting.length === 0)
    if (isNext) return this.#do(stream, work, holds)
    return new Promise<T>((resolve, reject) => {
      const go = () => {
        try {
          resolve(this.#do(stream, work, holds))
        } catch (error) {
          reject(error)
        }
      }
      this.#waiting.push({ stream, go })
      this.#callNext()
    })
  }

  /** After whatever may have ended the stream's transaction. */
  settle(stream: object, holds: boolean): void {
    if (holds) this.#holder = stream
    else if (this.#holder === stream) this.#holder = undefined
    this.#callNext()
  }

  #do<T>(stream: object, work: () => T, holds: () => boolean): T {
    try {
      return work()
    } finally {
      this.settle(stream, holds())
    }
  }

  /** In a tick of its own, so that a long queue does not hold up the readers. */
  #callNext(): void {
    if (this.#isCalled || this.#holder !== undefined || this.#waiting.length === 0) return
    this.#isCalled = true
    setImmediate(() => {
      this.#isCalled = false
      if (this.#holder === undefined) this.#waiting.shift()?.go()
    })
  }
}
