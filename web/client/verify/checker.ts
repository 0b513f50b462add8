import type { FileFault, Verdict } from './verdict.ts'
import type { Asked } from './worker.ts'

export type Checked = Verdict | { fault: FileFault }

/** Seconds that a file may take: a badge takes a part of one, on a slow phone two. */
const patience = 10

/**
 * Checks files in a worker of the browser, which is ended when a file takes too long: no file stops the page. The
 * worker is kept from file to file, with what it read of the site.
 */
export class Checker {
  readonly #start: () => Worker
  readonly #issuers: string[]
  #worker: Worker | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(start: () => Worker, issuers: string[]) {
    this.#start = start
    this.#issuers = issuers
  }

  /** Fetches what is needed to go on without a network. */
  warm(): void {
    this.#ask({ warm: true })
  }

  /** One file after the other. */
  check(bytes: Uint8Array<ArrayBuffer>): Promise<Checked> {
    const checked = this.#last.then(() => this.#checkNow(bytes))
    this.#last = checked
    return checked
  }

  #checkNow(bytes: Uint8Array<ArrayBuffer>): Promise<Checked> {
    const worker = this.#ask({ bytes })
    return new Promise((resolve) => {
      const giveUp = () => {
        worker.terminate()
        this.#worker = undefined
        clearTimeout(timer)
        resolve({ fault: 'gave-up' })
      }
      const timer = setTimeout(giveUp, patience * 1000)
      worker.addEventListener('error', giveUp, { once: true })
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Checked>) => {
          clearTimeout(timer)
          worker.removeEventListener('error', giveUp)
          resolve(data)
        },
        { once: true },
      )
    })
  }

  #ask(asked: Asked): Worker {
    if (!this.#worker) {
      this.#worker = this.#start()
      this.#worker.postMessage({ issuers: this.#issuers } satisfies Asked)
    }
    this.#worker.postMessage(asked)
    return this.#worker
  }
}
