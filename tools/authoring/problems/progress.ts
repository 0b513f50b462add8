/** Tells how far a long piece of work has come. */
export type Progress = (done: number, of: number, what: string) => void

interface Terminal {
  isTTY?: boolean
  write: (text: string) => unknown
}

/** What takes less time is over before anybody wonders. */
const patienceMs = 300
const everyMs = 100
const clearLine = '\r\u001b[K'

/**
 * A line on a terminal that is written over as work goes on, and cleared when it is done; nothing when the output is
 * no terminal, or when there is little to do.
 */
export function progressLine(terminal: Terminal, now: () => number = () => performance.now()): Progress {
  const begun = now()
  let shown: number | undefined
  return (done, of, what) => {
    if (!terminal.isTTY) return
    if (done === of) {
      if (shown !== undefined) terminal.write(clearLine)
      shown = undefined
      return
    }
    const time = now()
    if (time - begun < patienceMs || time - (shown ?? 0) < everyMs) return
    shown = time
    terminal.write(`${clearLine}${done} of ${of} ${what}`)
  }
}
