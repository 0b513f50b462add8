import type { Lane } from './arrival.ts'

interface Ticket {
  until: number
}

const shortestPauseMs = 2
const longestPauseMs = 50

/**
 * How many trips to the database are under way at once, for one isolate. The others wait in line, first come first
 * served, those that write before those that read, and nobody longer than told: better a clear no than a queue whose
 * head has gone away. Who waits looks by itself whether it is its turn: in workerd nobody else may wake it, since what
 * goes on then would run as part of the other request, and may not touch its own (seen under load).
 */
export class Admission {
  readonly #most: number
  readonly #mostWaiting: number
  readonly #leaseMs: number
  readonly #inside = new Map<symbol, number>()
  readonly #lines: Record<Lane, Ticket[]> = { write: [], read: [] }

  /** `leaseMs`: what is inside, or in line, for longer than it may belongs to a request that the runtime has ended. */
  constructor({ most, mostWaiting, leaseMs }: { most: number; mostWaiting: number; leaseMs: number }) {
    this.#most = most
    this.#mostWaiting = mostWaiting
    this.#leaseMs = leaseMs
  }

  /** A place, to be given back with `leave`; undefined when none came free within `waitMs`, or too many wait already. */
  async enter(lane: Lane, waitMs: number): Promise<symbol | undefined> {
    const line = this.#lines[lane]
    if (this.#ahead(lane, line.length) < this.#free()) return this.#take()
    if (waitMs <= 0 || line.length >= this.#mostWaiting) return undefined

    const ticket = { until: Date.now() + waitMs }
    line.push(ticket)
    const hasCome = await this.#waitFor(lane, ticket)
    const inLine = line.indexOf(ticket)
    if (inLine >= 0) line.splice(inLine, 1)
    return hasCome ? this.#take() : undefined
  }

  leave(place: symbol): void {
    this.#inside.delete(place)
  }

  /** Far back it looks seldom, at the front often; a place stays empty for two milliseconds at most. */
  async #waitFor(lane: Lane, ticket: Ticket): Promise<boolean> {
    for (;;) {
      const inLine = this.#lines[lane].indexOf(ticket)
      if (inLine < 0) return false
      const ahead = this.#ahead(lane, inLine)
      if (ahead < this.#free()) return true
      const leftMs = ticket.until - Date.now()
      if (leftMs <= 0) return false
      const pauseMs = Math.max(shortestPauseMs, Math.min(ahead, leftMs, longestPauseMs))
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }

  #ahead(lane: Lane, inLine: number): number {
    return lane === 'write' ? inLine : inLine + this.#lines.write.length
  }

  #free(): number {
    const now = Date.now()
    for (const [place, since] of this.#inside) {
      if (since + this.#leaseMs > now) break
      this.#inside.delete(place)
    }
    for (const line of Object.values(this.#lines)) {
      while (line[0] && line[0].until + this.#leaseMs < now) line.shift()
    }
    return this.#most - this.#inside.size
  }

  #take(): symbol {
    const place = Symbol('place')
    this.#inside.set(place, Date.now())
    return place
  }
}
