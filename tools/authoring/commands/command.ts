import { NoCourses } from '../files/read-courses.ts'

/** A command called in a way it does not understand: the message says what is wrong, and the command ends with 2. */
export class WrongUse extends Error {}

/** Something outside that a command needs is not there; the message says what to do. The command ends with 1. */
export class CannotGoOn extends Error {}

/**
 * Runs a command of an author. What can be expected to go wrong is one line on standard error and never a stack:
 * wrong use ends with 2, courses that cannot be read with 1.
 */
export async function runCommand(usage: string, work: () => Promise<number>): Promise<void> {
  process.stdout.on('error', endQuietly)
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(usage)
    return
  }
  try {
    process.exitCode = await work()
  } catch (error) {
    process.exitCode = isWrongUse(error) ? 2 : 1
    console.error(isWrongUse(error) ? `${messageOf(error)}; --help shows how it is used` : messageOf(error))
    if (!isExpected(error)) console.error('This is a fault in Navet itself, not in the courses; please report it.')
  }
}

/** One of the names an option may have. Throws WrongUse. */
export function oneOf<T extends string>(option: string, names: readonly T[], written: string): T {
  const name = names.find((candidate) => candidate === written)
  if (!name) throw new WrongUse(`${option} is one of ${names.join(', ')}`)
  return name
}

/** A day such as 2026-11-23, which must exist. Throws WrongUse. */
export function dayFrom(option: string, written: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(written) && new Date(`${written}T00:00Z`).toJSON()?.startsWith(written)) return written
  throw new WrongUse(`${option} is a date such as 2026-11-23`)
}

/** The day it is where the courses are read. */
export function todayInSweden(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })
}

/** The one courses folder that a command is about. Throws WrongUse. */
export function oneFolder(positionals: readonly string[]): string {
  if (positionals.length > 1) throw new WrongUse('name one courses folder only')
  return positionals[0] ?? 'courses'
}

/** Whoever reads the output may stop, as `| head` does. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') console.error(`the output cannot be written (${error.code})`)
  process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 1)
}

function isWrongUse(error: unknown): error is Error {
  return error instanceof WrongUse || (error instanceof Error && 'code' in error && isArgumentCode(error.code))
}

/** node:util's parseArgs throws errors with these codes. */
function isArgumentCode(code: unknown): boolean {
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_')
}

function isExpected(error: unknown): boolean {
  return isWrongUse(error) || error instanceof NoCourses || error instanceof CannotGoOn
}

/** Of what parseArgs says the first sentence is enough. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && isArgumentCode(error.code) ? error.message.split(/\.\s/)[0]! : error.message
}
