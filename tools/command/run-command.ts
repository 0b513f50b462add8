import { parseArgs, type ParseArgsConfig } from 'node:util'

import { wordsFor } from './problem.ts'
import { heedStop } from './stop.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>

/** A call that a command does not understand: the message says what is wrong with it, and the usage follows. */
export class WrongCall extends Error {}

interface Command<O extends Options> {
  /** One screen: how it is called, what it does, its options, its exit codes. */
  usage: string
  /** Of node:util's parseArgs; `--help` is every command's. */
  options: O
  /** Resolves to the exit code, where it is not 0. `signal` is aborted by Ctrl-C: clear up, and end. */
  work: (words: string[], values: Parsed<O>['values'], signal: AbortSignal) => Promise<number | void>
}

/**
 * Runs a command of the operator's. What can be expected to go wrong is one clear line on standard error: exit code 1 for
 * that, 2 for a wrong call, 130 when it was stopped (stop.ts). Nothing is done before the call is understood whole.
 */
export async function runCommand<const O extends Options>({ usage, options, work }: Command<O>): Promise<void> {
  const call = readCall(usage, options)
  if (!call) return
  const stopped = heedStop()
  try {
    process.exitCode = (await work(call.positionals, call.values, stopped)) ?? 0
  } catch (error) {
    if (error instanceof WrongCall) return refuse(error.message, usage)
    console.error(wordsFor(error))
    process.exitCode = stopped.aborted ? 130 : 1
  }
}

/** Of a command that takes options alone. Throws WrongCall. */
export function noWords(words: string[]): void {
  if (words.length > 0) throw new WrongCall(`${words[0]} is not understood`)
}

/** The words of an EMAIL, or of an account's number, and nothing else. Throws WrongCall. */
export function oneEmail(words: string[]): string {
  const [email, ...more] = words
  if (!email || !isWhom(email) || more.length > 0) throw new WrongCall('whose? Name one address')
  return email
}

/** An address, or the number that an account without one has on its page of the recovery card. */
export function isWhom(word: string): boolean {
  return word.includes('@') || /^[0-9a-f]{32}$/.test(word)
}

/** Of a command that is told by settings alone: false, with what is to be said and the exit code, where words were given. */
export function isBareCall(usage: string): boolean {
  const call = readCall(usage, {})
  if (!call) return false
  if (call.positionals.length > 0) refuse(`${call.positionals[0]} is not understood`, usage)
  return call.positionals.length === 0
}

function readCall<O extends Options>(usage: string, options: O): Parsed<O> | undefined {
  if (process.argv.slice(2).includes('--help')) {
    console.log(usage)
    return undefined
  }
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    // The first sentence says what is wrong; the others how parseArgs would take a word that begins with a dash.
    refuse(error instanceof Error ? error.message.split(/\.\s/)[0]! : String(error), usage)
    return undefined
  }
}

function refuse(reason: string, usage: string): void {
  console.error(`${reason}\n\n${usage}`)
  process.exitCode = 2
}
