import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

import { WrongUse } from '../command.ts'
import { git } from '../git.ts'
import { isSource, NoCourses, shownFolder } from '../../files/read-courses.ts'
import { largestFile, type SourceFile } from '../../files/source-file.ts'

export interface Revision {
  /** The commit that is compared with. */
  commit: string
  /** The revision named has gone on since this branch left it, so the commit where it left is taken. */
  isFork: boolean
}

/**
 * The commit to compare a courses folder with. Where both sides have gone on, that is the commit where they parted:
 * what others have added since then has not been removed here. Throws WrongUse and NoCourses.
 */
export async function findRevision(folder: string, name: string): Promise<Revision> {
  if (!existsSync(folder)) throw new NoCourses(folder)
  if ((await git(folder, ['rev-parse', '--is-inside-work-tree'])) !== 'true') {
    throw new WrongUse(`${shownFolder(folder)} is not in a git repository, so there is nothing to compare it with`)
  }
  const commit = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
  if (!commit) {
    throw new WrongUse(`git does not know the revision ${name}; is it fetched? (git fetch origin main)`)
  }
  const fork = await git(folder, ['merge-base', commit, 'HEAD'])
  return fork && fork !== commit ? { commit: fork, isFork: true } : { commit, isFork: false }
}

/** The courses folder as it was at a commit, read from git into memory; the work tree is never touched. */
export async function readCoursesAt(folder: string, commit: string): Promise<SourceFile[]> {
  const listed = (await git(folder, ['ls-tree', '-r', '-z', commit, '.'])) ?? ''
  const entries = listed.split('\0').flatMap((entry) => {
    const [, object, path] = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? []
    return object && path && isSource(path) ? [{ object, path }] : []
  })
  const contents = await contentsOf(
    folder,
    entries.map((entry) => entry.object),
  )
  return entries
    .map(({ path }, i) => ({ path, bytes: contents[i]!.subarray(0, largestFile + 1) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** One process for all objects: a course folder has hundreds of files. */
function contentsOf(folder: string, objects: string[]): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', folder, 'cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'ignore'] })
    const chunks: Buffer[] = []
    child.once('error', reject)
    child.stdin.on('error', () => undefined)
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stdout.once('end', () => resolve(splitBatch(Buffer.concat(chunks))))
    child.stdin.end(objects.map((object) => `${object}\n`).join(''))
  })
}

/** Each object comes as "object type size", a line end, the bytes, a line end. */
function splitBatch(bytes: Buffer): Buffer[] {
  const contents: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const start = bytes.indexOf(0x0a, at) + 1
    const size = Number(bytes.subarray(at, start).toString().trim().split(' ')[2])
    contents.push(bytes.subarray(start, start + size))
    at = start + size + 1
  }
  return contents
}
