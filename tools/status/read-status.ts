import { join } from 'node:path'

import type { Client } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql/web'

import about from '../../package.json' with { type: 'json' }
import { dayOf } from '../../formats/day.ts'
import { newestNeeded } from '../../formats/migrations.ts'
import { foundBy } from '../../worker/health/found-by.ts'
import { type Alarm, type Figures, judgeAlarms } from '../../worker/health/rules.ts'
import { readFigures } from '../../worker/health/store.ts'
import { findStale } from '../authoring/commands/stale/find-stale.ts'
import { readCourses } from '../authoring/files/read-courses.ts'
import { journalIn, readJournal } from '../backup/journal/journal-file.ts'
import { placeAt } from '../backup/place-at.ts'
import { momentOf } from '../backup/places/place.ts'

const root = join(import.meta.dirname, '../..')
/** One a day, and some hours for one that failed to be tried again. */
const backupPatienceMs = 30 * 3_600_000

/** What only the operator's machine can see, besides what the database tells. */
export type StatusAlarm = Alarm | 'backup-late' | 'journal-unreadable' | 'lessons-stale'

export interface Status {
  at: string
  version: string
  alarms: StatusAlarm[]
  found: Figures | 'unreachable' | 'unreadable'
  /** When the newest backup was made; undefined where BACKUP_TO names no place here, null where there is none. */
  backup: Date | null | undefined
  /** Lessons and facts past their review date. */
  stale: number
}

/** The figures of a database, of the backups and of the courses, and what to do something about. */
export async function readStatus(client: Client, now: Date): Promise<Status> {
  const { MAIL_URL = 'outbox:', BACKUP_TO } = process.env
  const found = await readFound(client, now)
  const backup = BACKUP_TO ? await newestBackup(BACKUP_TO) : undefined
  const courses = await readCourses(join(root, 'courses'))
  const stale = findStale(courses, dayOf(now), 0).due.filter(({ state }) => state === 'past').length
  // The worker's keys cannot be seen from here: what waits for a signature tells.
  const alarms = judgeAlarms(found, {
    newest: newestNeeded,
    hasKey: undefined,
    mailsLeave: MAIL_URL !== 'outbox:',
    now,
  })
  const isBackupLate = backup !== undefined && now.getTime() - (backup?.getTime() ?? 0) > backupPatienceMs
  return {
    at: now.toISOString(),
    version: about.version,
    alarms: [
      ...alarms,
      ...(isBackupLate ? (['backup-late'] as const) : []),
      ...((await isJournalReadable()) ? [] : (['journal-unreadable'] as const)),
      ...(stale > 0 ? (['lessons-stale'] as const) : []),
    ],
    found,
    backup,
    stale,
  }
}

/** Here nobody tells a server that is away from one that says no: so it is asked the least there is first. */
async function readFound(client: Client, now: Date): Promise<Status['found']> {
  const answers = await client.execute('select 1').then(
    () => true,
    () => false,
  )
  return answers ? foundBy(() => readFigures(drizzle(client), now)) : 'unreachable'
}

/** Of the embedded database: whoever is erased now would come back with an older backup, for nothing can be added to it. */
async function isJournalReadable(): Promise<boolean> {
  const { LIBSQL_URL, DATA_DIR = '.data' } = process.env
  if (LIBSQL_URL) return true
  return readJournal(journalIn(DATA_DIR)).then(
    () => true,
    () => false,
  )
}

async function newestBackup(name: string): Promise<Date | null> {
  const place = placeAt(name)
  if (!place) throw new Error('BACKUP_TO is a folder, ending in /, or s3://BUCKET/PREFIX')
  const made = (await place.list()).flatMap((each) => momentOf(each) ?? [])
  return made.reduce<Date | null>((newest, at) => (newest && newest > at ? newest : at), null)
}
