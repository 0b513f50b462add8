/**
 * Whose turn it is to write. SQLite lets one connection write at a time; waiting for it inside the binding would
 * freeze the event loop, and with it the very COMMIT that is waited for. So a stream that is about to write waits here,
 * first come first served, while another stream's transaction holds the lock. The binding is never told to try: a
 * statement that it gives up as busy stays open, and no COMMIT succeeds beside it.
 */
export class WriteTurn {
  #holder: object | undefined
  #waiting: (() => void)[] = []

  /** Resolves when nobody else's transaction holds the lock; at once, without a promise, when none does now. */
  take(stream: object): Promise<void> | undefined {
    return this.#isFreeFor(stream) ? undefined : this.#wait(stream)
  }

  /** After a write: `holds` when the stream's transaction goes on. Otherwise the next in the queue may try. */
  settle(stream: object, holds: boolean): void {
    if (holds) this.#holder = stream
    else if (this.#holder === stream) this.#holder = undefined
    if (!this.#holder) this.#waiting.shift()?.()
  }

  async #wait(stream: object): Promise<void> {
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
    // Somebody who did not wait may have come first; who has waited already stays at the front.
    while (!this.#isFreeFor(stream)) await new Promise<void>((resolve) => this.#waiting.unshift(resolve))
  }

  #isFreeFor(stream: object): boolean {
    return this.#holder === undefined || this.#holder === stream
  }
}
