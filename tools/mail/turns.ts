/** Places of which each is held by one at a time; who comes later waits in line. */
export interface Turns {
  /** A place, to be given back; undefined when none was free in time, or whoever waits has gone. */
  take(waitMs: number, gone: AbortSignal): Promise<{ giveBack(): void } | undefined>
}

export function turnsOf(places: number): Turns {
  let free = places
  const line = new Set<() => void>()
  const place = () => ({
    giveBack() {
      const [next] = line
      if (next) next()
      else free += 1
    },
  })
  return {
    take(waitMs, gone) {
      if (gone.aborted) return Promise.resolve(undefined)
      if (free > 0) {
        free -= 1
        return Promise.resolve(place())
      }
      return new Promise((resolve) => {
        const leave = (given: ReturnType<typeof place> | undefined) => {
          clearTimeout(timer)
          gone.removeEventListener('abort', give)
          line.delete(called)
          resolve(given)
        }
        const called = () => leave(place())
        const give = () => leave(undefined)
        const timer = setTimeout(give, waitMs)
        gone.addEventListener('abort', give)
        line.add(called)
      })
    },
  }
}
