import { readFile } from 'node:fs/promises'

import { Problem } from '../command/problem.ts'

const shortest = 12

/** Of the file named, or of BACKUP_PASSPHRASE; undefined where there is none. */
export async function readPassphrase(file: string | undefined): Promise<string | undefined> {
  const text = file === undefined ? process.env.BACKUP_PASSPHRASE : await readFile(file, 'utf8')
  const passphrase = text?.replace(/\r?\n$/, '')
  if (passphrase !== undefined && passphrase !== '' && passphrase.length < shortest) {
    throw new Problem(`the passphrase has fewer than ${shortest} characters: who has the file could guess it`)
  }
  return passphrase === '' ? undefined : passphrase
}
