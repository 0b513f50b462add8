import { readFile } from 'node:fs/promises'
import type { parseArgs } from 'node:util'

import { Problem, wordsFor } from './problem.ts'

/**
 * Runs a command with one clear line for what goes wrong: exit code 1 for that, 2 for a wrong call, 130 when it was
 * stopped by Ctrl-C, which `work` notices by the signal and clears up after.
 */
export async function runCommand(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stopped.abort(new Problem('stopped: everything is as it was')))
  }
  try {
    await work(stopped.signal)
  } catch (error) {
    console.error(wordsFor(error))
    process.exitCode = stopped.signal.aborted ? 130 : 1
  }
}

/** The arguments as `parse` finds them; for a wrong call, what is wrong with it and the usage. */
export function argumentsOr<T extends ReturnType<typeof parseArgs>>(parse: () => T, usage: string): T {
  try {
    return parse()
  } catch (error) {
    return refuseCall(error instanceof Error ? error.message : String(error), usage)
  }
}

export function refuseCall(reason: string, usage: string): never {
  console.error(`${reason}\n\n${usage}`)
  process.exit(2)
}

/** Of the file named, or of BACKUP_PASSPHRASE; undefined where there is none. */
export async function readPassphrase(file: string | undefined): Promise<string | undefined> {
  const text = file === undefined ? process.env.BACKUP_PASSPHRASE : await readFile(file, 'utf8')
  const passphrase = text?.replace(/\r?\n$/, '')
  if (passphrase !== undefined && passphrase !== '' && passphrase.length < shortest) {
    throw new Problem(`the passphrase has fewer than ${shortest} characters: who has the file could guess it`)
  }
  return passphrase === '' ? undefined : passphrase
}

const shortest = 12
