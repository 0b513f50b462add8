import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long work may keep the event loop to itself; the promise to clients is 50 ms. */
const longestTurnMs = 8

/** Lets long work (many rows, many statements) give way to other requests now and then. */
export class Pace {
  #since = performance.now()

  get due(): boolean {
    return performance.now() - this.#since > longestTurnMs
  }

  async giveWay(): Promise<void> {
    await nextTurn()
    this.#since = performance.now()
  }
}
