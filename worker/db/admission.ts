import type { Lane } from './arrival.ts'

type Admit = (place: symbol | undefined) => void

/**
 * How many trips to the database are under way at once, for one isolate. The others wait in line, first come first
 * served, those that write before those that read. Nobody waits longer than told: better a clear no than a queue whose
 * head has gone away.
 */
export class Admission {
  readonly #most: number
  readonly #mostWaiting: number
  readonly #leaseMs: number
  readonly #inside = new Map<symbol, number>()
  readonly #lanes: Record<Lane, Admit[]> = { write: [], read: [] }

  /** `leaseMs`: what is inside for longer belongs to a request that the runtime has ended, and counts no more. */
  constructor({ most, mostWaiting, leaseMs }: { most: number; mostWaiting: number; leaseMs: number }) {
    this.#most = most
    this.#mostWaiting = mostWaiting
    this.#leaseMs = leaseMs
  }

  /** A place, to be given back with `leave`; undefined when none came free within `waitMs`, or too many wait already. */
  async enter(lane: Lane, waitMs: number): Promise<symbol | undefined> {
    if (this.#hasRoom()) return this.#take()
    if (waitMs <= 0 || this.#lanes[lane].length >= this.#mostWaiting) return undefined
    return this.#wait(lane, waitMs)
  }

  leave(place: symbol): void {
    this.#inside.delete(place)
    while (this.#inside.size < this.#most) {
      const next = this.#lanes.write.shift() ?? this.#lanes.read.shift()
      if (!next) return
      next(this.#take())
    }
  }

  async #wait(lane: Lane, waitMs: number): Promise<symbol | undefined> {
    const line = this.#lanes[lane]
    let timer: ReturnType<typeof setTimeout> | undefined
    const place = await new Promise<symbol | undefined>((admit) => {
      line.push(admit)
      timer = setTimeout(() => {
        const inLine = line.indexOf(admit)
        if (inLine >= 0) line.splice(inLine, 1)
        admit(undefined)
      }, waitMs)
    })
    clearTimeout(timer)
    return place
  }

  #hasRoom(): boolean {
    if (this.#inside.size < this.#most) return true
    const oldest = Date.now() - this.#leaseMs
    for (const [place, since] of this.#inside) if (since < oldest) this.#inside.delete(place)
    return this.#inside.size < this.#most
  }

  #take(): symbol {
    const place = Symbol('place')
    this.#inside.set(place, Date.now())
    return place
  }
}
