import { WrongCall } from '../command/run-command.ts'

/** Milliseconds of a number of seconds. Throws WrongCall for what is none. */
export function readWait(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new WrongCall('--wait is a number of seconds')
  return Number(text) * 1000
}
