/** Tells how far a long piece of work has come. */
export type Progress = (done: number, of: number, what: string) => void

interface Terminal {
  isTTY?: boolean
  write: (text: string) => unknown
}

/** So few are read before anybody could look. */
const few = 200
const everyMs = 100
const clearLine = '\r\u001b[K'

/**
 * A line on a terminal that is written over as work goes on, and cleared when it is done; nothing when the output is
 * no terminal, or when there is little to do.
 */
export function progressLine(terminal: Terminal, now: () => number = () => performance.now()): Progress {
  let last = 0
  return (done, of, what) => {
    if (!terminal.isTTY || of < few) return
    if (done === of) {
      terminal.write(clearLine)
    } else if (now() - last >= everyMs) {
      last = now()
      terminal.write(`${clearLine}${done} of ${of} ${what}`)
    }
  }
}
