const everyMs = 5000

/** Says on standard error how far a long work is: over itself on a terminal, a line now and then elsewhere. */
export function progressOf(what: string, { isTerminal = process.stderr.isTTY, write = say } = {}) {
  let last = Date.now()
  let isOpen = false
  return {
    tell: (done: number, all?: number): void => {
      if (!isTerminal && Date.now() - last < everyMs) return
      if (isTerminal && Date.now() - last < 100) return
      last = Date.now()
      const share = all ? ` of ${all} rows (${Math.floor((100 * done) / Math.max(all, 1))} %)` : ' rows'
      write(isTerminal ? `\r\u001b[K${what}: ${done}${share}` : `${what}: ${done}${share}\n`)
      isOpen = isTerminal
    },
    end: (): void => {
      if (isOpen) write('\r\u001b[K')
    },
  }
}

function say(text: string): void {
  process.stderr.write(text)
}
