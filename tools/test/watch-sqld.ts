import { setTimeout as pause } from 'node:timers/promises'

import { createClient } from '@libsql/client/web'

/** As long as no write takes on any machine; one that does never ends. */
const wedgedMs = 60_000
const lookEveryMs = 2000

/** A write that sqld never answers: it takes a core for itself, goes on reading and writes no more, until it is killed. */
class SqldWedged extends Error {
  constructor(seconds: number) {
    super(`sqld wedged: it let nobody write for ${seconds} s, and was killed`)
    this.name = 'SqldWedged'
  }
}

export interface Watch {
  /** Does what ends and starts the server; meanwhile nothing is held against it. */
  during(work: () => Promise<void>): Promise<void>
  /** What was found, if anything. */
  stop(): Promise<SqldWedged | undefined>
}

/** Asks again and again whether the server still lets somebody write; if not for a minute, `onWedge` is called, once. */
export function watchSqld(
  { url, token }: { url: string; token: string },
  onWedge: () => void,
  { patienceMs = wedgedMs } = {},
): Watch {
  const ended = new AbortController()
  let lastMs = Date.now()
  let isPaused = false
  const look = async (): Promise<SqldWedged | undefined> => {
    while (!ended.signal.aborted) {
      /* oxlint-disable no-await-in-loop -- one look after the other */
      const leftMs = lastMs + patienceMs - Date.now()
      if (await mayWrite(url, token, AbortSignal.any([ended.signal, AbortSignal.timeout(Math.max(1, leftMs))])))
        lastMs = Date.now()
      if (!ended.signal.aborted && !isPaused && Date.now() >= lastMs + patienceMs) {
        onWedge()
        return new SqldWedged(Math.round((Date.now() - lastMs) / 1000))
      }
      await pause(Math.min(lookEveryMs, patienceMs), undefined, { signal: ended.signal }).catch(() => undefined)
      /* oxlint-enable no-await-in-loop */
    }
    return undefined
  }
  const looking = look()

  return {
    async during(work) {
      isPaused = true
      try {
        await work()
      } finally {
        lastMs = Date.now()
        isPaused = false
      }
    },
    stop() {
      ended.abort()
      return looking
    },
  }
}

/** Takes the lock that whoever writes needs, and gives it back: nothing is changed. */
async function mayWrite(url: string, token: string, signal: AbortSignal): Promise<boolean> {
  const client = createClient({ url, authToken: token, fetch: (request: Request) => fetch(request, { signal }) })
  try {
    await client.batch(['select 1'], 'write')
    return true
  } catch {
    return false
  } finally {
    client.close()
  }
}
