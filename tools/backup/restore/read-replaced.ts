import { join } from 'node:path'

import { isThere } from '../../command/is-there.ts'
import { joined, journalIn, type Noted, readJournal } from '../journal/journal-file.ts'
import { readNoted } from '../journal/keep-journal.ts'
import { withStaged } from '../stage/stage-backup.ts'

/** What a database that is about to be replaced knows and its backup may not, and what it would lose. */
export interface Replaced {
  /** None: there is no database, or one in which nobody is. */
  people: number
  noted: Noted[]
  revokedKeys: string[]
  /** There is a database, and it cannot be read: what its journal says beyond the file beside it is lost. */
  isUnreadable: boolean
}

export async function readReplaced(folder: string): Promise<Replaced> {
  const beside = await readJournal(journalIn(folder))
  const nothing = { people: 0, noted: beside, revokedKeys: [], isUnreadable: false }
  const file = join(folder, 'navet.db')
  if (!isThere(file)) return nothing
  try {
    return await withStaged(file, async (client) => {
      const { rows: tables } = await client.execute('select name from sqlite_schema')
      const has = (name: string) => tables.some((row) => row.name === name)
      const people = has('users') ? (await client.execute('select count(*) as "all" from users')).rows[0]?.all : 0
      const revoked = has('revoked_keys') ? (await client.execute('select key from revoked_keys')).rows : []
      return {
        people: Number(people),
        noted: joined([beside, await readNoted(client)]),
        revokedKeys: revoked.map(({ key }) => String(key)),
        isUnreadable: false,
      }
    })
  } catch {
    return { ...nothing, people: Number.NaN, isUnreadable: true }
  }
}
