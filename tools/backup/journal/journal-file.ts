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

/**
 * A badge that stayed when its account ran out, and the hash of the key with which its holder takes it back: of an account
 * that is erased again, the link that was mailed the first time goes on holding. Not in the account's line: nothing says
 * whose the badge was.
 */
const KeptBadge = z.object({ award: z.string().min(1), returnHash: z.string().regex(/^[0-9a-f]{64}$/) })
export type KeptBadge = z.infer<typeof KeptBadge>

/** A line of a journal. */
const Noted = z.union([Erasure, KeptBadge])
export type Noted = z.infer<typeof Noted>

/** Beside a database and beside the backups of one, a line an erasure or a badge. */
export const journalName = 'erasures.jsonl'

export function journalIn(folder: string): string {
  return join(folder, journalName)
}

/** What a file notes; nothing where there is no such file. Throws a Problem for one that cannot be understood. */
export async function readJournal(file: string): Promise<Noted[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return notedIn(text, file)
}

export function notedIn(text: string, file: string): Noted[] {
  try {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => Noted.parse(JSON.parse(line)))
  } catch {
    throw new Problem(`${file} is no journal of erasures: put a whole copy in its place, or take it away`)
  }
}

/** Adds what a file does not hold yet; it is written anew as a whole, and only where something is missing. */
export async function addToJournal(file: string, noted: Noted[]): Promise<void> {
  const known = await readJournal(file)
  const all = joined([known, noted])
  if (all.length > known.length) await writeWhole(file, Buffer.from(linesOf(all)))
}

export function linesOf(noted: Noted[]): string {
  return noted.map((each) => `${JSON.stringify(each)}\n`).join('')
}

/** Each account once, the earliest first; then each badge once, by its id. */
export function joined(journals: Noted[][]): Noted[] {
  const all = journals.flat()
  const byAccount = new Map<string, Erasure>()
  for (const erasure of erasuresOf(all)) {
    const known = byAccount.get(erasure.account)
    if (!known || erasure.at < known.at) byAccount.set(erasure.account, erasure)
  }
  const byAward = new Map(keptBadgesOf(all).map((badge) => [badge.award, badge]))
  return [
    ...[...byAccount.values()].sort((a, b) => a.at - b.at || (a.account < b.account ? -1 : 1)),
    ...[...byAward.values()].sort((a, b) => (a.award < b.award ? -1 : 1)),
  ]
}

export function erasuresOf(noted: Noted[]): Erasure[] {
  return noted.filter((each) => 'account' in each)
}

export function keptBadgesOf(noted: Noted[]): KeptBadge[] {
  return noted.filter((each) => 'award' in each)
}
