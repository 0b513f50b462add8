import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'

interface Terminal {
  input: Readable
  output: Writable
  signal: AbortSignal
}

/** Whether somebody at the terminal writes an address once more. Throws the signal's reason when they stop instead. */
export async function askAgain(email: string, { input, output, signal }: Terminal): Promise<boolean> {
  const terminal = createInterface({ input, output })
  // A terminal's Ctrl-C comes here and not to the process; Ctrl-D ends the input, and with it the question.
  const left = new AbortController()
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  terminal.on('close', () => left.abort())
  const anyEnd = AbortSignal.any([signal, left.signal])
  try {
    const typed = await terminal.question('It cannot be undone. Write the address again to erase: ', { signal: anyEnd })
    return typed.trim().toLowerCase() === email.trim().toLowerCase()
  } catch (error) {
    if (signal.aborted) throw signal.reason
    if (left.signal.aborted) return false
    throw error
  } finally {
    terminal.close()
  }
}
