import { Problem } from './problem.ts'

/** So long may a piece of work take to end by itself; each wait of ours that knows the signal ends at once. */
const graceMs = 2000
const stopped = new AbortController()
let endable = 0
let held = 0

/**
 * Makes Ctrl-C, a terminal that is closed and whoever asks this process to end a signal to its work. What has not ended
 * by itself soon after, and may be ended (`mayEnd`), is; a second Ctrl-C ends whatever there is. Either way with what
 * listens to `exit`.
 */
export function heedStop(): AbortSignal {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  return stopped.signal
}

/**
 * Work that waits for others who may never answer, a database or a pipe, and that can be ended anywhere with no harm: what
 * it asks for is done whole or not at all. Throws where the command is stopped already.
 */
export async function mayEnd<T>(work: () => Promise<T>): Promise<T> {
  stopped.signal.throwIfAborted()
  endable += 1
  try {
    return await work()
  } finally {
    endable -= 1
  }
}

/** A part of such work that takes as long as it takes, and leaves less to be put right if it comes to its own end. */
export async function toItsEnd<T>(work: () => Promise<T>): Promise<T> {
  held += 1
  try {
    return await work()
  } finally {
    held -= 1
  }
}

function stop(): void {
  if (stopped.signal.aborted) end()
  stopped.abort(new Problem('stopped: everything is as it was'))
  setInterval(() => {
    if (endable > 0 && held === 0) end()
  }, graceMs).unref()
}

/** Nobody knows how far they came whose answer did not come. */
function end(): never {
  console.error('stopped while it was at work: what it asked for last may still be done')
  process.exit(130)
}
