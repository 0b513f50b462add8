import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { writeWhole } from '../../command/write-whole.ts'
import { Problem } from '../../command/problem.ts'

/**
 * One account that was erased: its random id, and when, in milliseconds. `lapsed`: nobody asked for it, its time ran out,
 * and its published badges stay.
 */
const Erasure = z.object({ account: z.string().min(1), at: z.int(), lapsed: z.literal(true).optional() })
export type Erasure = z.infer<typeof Erasure>

/** Beside a database and beside the backups of one, a line an erasure. */
export const journalName = 'erasures.jsonl'

export function journalIn(folder: string): string {
  return join(folder, journalName)
}

/** The erasures in a file; none where there is no such file. Throws a Problem for one that cannot be understood. */
export async function readJournal(file: string): Promise<Erasure[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return erasuresIn(text, file)
}

export function erasuresIn(text: string, file: string): Erasure[] {
  try {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => Erasure.parse(JSON.parse(line)))
  } catch {
    throw new Problem(`${file} is no journal of erasures: put a whole copy in its place, or take it away`)
  }
}

/** Adds what a file does not hold yet; it is written anew as a whole, and only where something is missing. */
export async function addToJournal(file: string, erasures: Erasure[]): Promise<void> {
  const known = await readJournal(file)
  const all = joined([known, erasures])
  if (all.length > known.length) await writeWhole(file, Buffer.from(linesOf(all)))
}

export function linesOf(erasures: Erasure[]): string {
  return erasures.map((erasure) => `${JSON.stringify(erasure)}\n`).join('')
}

/** Each account once, the earliest first. */
export function joined(journals: Erasure[][]): Erasure[] {
  const byAccount = new Map<string, Erasure>()
  for (const erasure of journals.flat()) {
    const known = byAccount.get(erasure.account)
    if (!known || erasure.at < known.at) byAccount.set(erasure.account, erasure)
  }
  return [...byAccount.values()].sort((a, b) => a.at - b.at || (a.account < b.account ? -1 : 1))
}
