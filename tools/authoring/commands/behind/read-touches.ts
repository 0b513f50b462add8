import { CannotGoOn } from '../command.ts'
import { git } from '../git.ts'

/** When a file was changed last. */
export interface Touch {
  /** `2026-11-29` */
  day: string
  /** The first line of what its commit says; undefined for what is not committed. */
  subject: string | undefined
  /** Whether that was since the revision that was named. */
  isRecent: boolean
}

/** By the file's path in the courses folder. `hasBase`: a revision was named. */
export interface Touches {
  last: ReadonlyMap<string, Touch>
  hasBase: boolean
}

/** When each file of a courses folder was changed last. Throws where git has not all of its history here. */
export async function readTouches(folder: string, base: string | undefined, today: string): Promise<Touches> {
  if ((await git(folder, ['rev-parse', '--is-shallow-repository'])) === 'true')
    throw new CannotGoOn('git has the newest commits only; fetch the others: git fetch --unshallow')

  const last = new Map<string, Touch>()
  for (const path of await changedNow(folder)) last.set(path, { day: today, subject: undefined, isRecent: true })
  const format = '--format=%x01%H%x09%cs%x09%s'
  const log = await git(folder, [...plain, 'log', '--no-renames', '--relative', '--name-only', format, '--', '.'])
  const commits = (log ?? '').split('\u0001').slice(1)
  const since = base === undefined ? new Set() : await commitsSince(folder, base)
  for (const commit of commits) {
    const [head = '', ...paths] = commit.split('\n').filter(Boolean)
    const [id, day = '', subject] = head.split('\t')
    for (const path of paths) if (!last.has(path)) last.set(path, { day, subject, isRecent: since.has(id) })
  }
  return { last, hasBase: base !== undefined }
}

/** Paths as they are, whatever letters they have. */
const plain = ['-c', 'core.quotepath=off']

async function changedNow(folder: string): Promise<string[]> {
  const changed = await git(folder, [...plain, 'diff', '--name-only', '--relative', 'HEAD', '--', '.'])
  const fresh = await git(folder, [...plain, 'ls-files', '--others', '--exclude-standard', '--', '.'])
  return `${changed ?? ''}\n${fresh ?? ''}`.split('\n').filter(Boolean)
}

async function commitsSince(folder: string, base: string): Promise<Set<unknown>> {
  return new Set((await git(folder, ['rev-list', `${base}..HEAD`]))?.split('\n'))
}
