import { resolve } from 'node:path'

import { isThere } from '../../command/is-there.ts'
import { checkBase } from './affected/check-base.ts'
import { CannotGoOn } from './command.ts'
import { compileCourses } from '../compile/compile.ts'
import { draftsFolder } from '../files/drafts-folder.ts'
import { findCourses, type Wanted } from '../files/find-courses.ts'
import { Memory } from '../files/memory.ts'
import { type Problem, sortProblems } from '../problems/problem.ts'
import type { Progress } from '../problems/progress.ts'
import { NoCourses, readCourses, shownFolder } from '../files/read-courses.ts'
import { dictionaryOf } from '../spelling/dictionaries.ts'
import type { Allowance } from '../teaching/allowances.ts'

/** What goes along with a check and does not change its outcome. */
export interface Watching {
  /** What was found out about each courses folder, for a check that runs again. */
  memories?: Map<string, Memory> | undefined
  progress?: Progress | undefined
  /** A git revision to compare with. */
  base?: string | undefined
}

/** Checks drafts as if they had been moved into courses/, and gives what concerns them only. Throws CannotGoOn. */
export async function checkDrafts(today: string, progress?: Progress): Promise<Checked> {
  if (!isThere(draftsFolder)) throw new CannotGoOn(`there is no folder ${draftsFolder}, so no draft to check`)
  const along = { progress, teaching: true, dictionaryOf }
  const { problems, silenced } = compileCourses(await readCourses('courses', draftsFolder), 'courses', today, along)
  const isDraft = ({ path }: { path: string }) => path.startsWith(`${draftsFolder}/`)
  return { problems: problems.filter(isDraft), silenced: silenced.filter(isDraft) }
}

export interface Checked {
  problems: Problem[]
  silenced: Allowance[]
}

/** Compiles the courses folders that the paths lie in, and gives what concerns those paths only. */
export async function checkCourses(paths: readonly string[], today: string, watching: Watching = {}): Promise<Checked> {
  const wanted = paths.map((path) => ({ path, found: findCourses(path) }))
  const found = wanted.flatMap((entry) => entry.found ?? [])
  const compiled = await Promise.all(
    [...new Set(found.map((entry) => entry.root))].map((root) => problemsOf(root, today, watching)),
  )
  const missing = wanted.flatMap(({ path, found: at }) =>
    at ? [] : [unreadable(path, 'there is no such file or folder')],
  )
  const wantedHere = (each: { path: string }) => found.some((entry) => concerns(entry, each))
  return {
    problems: sortProblems([...missing, ...compiled.flatMap((entry) => entry.problems).filter(wantedHere)]),
    silenced: compiled.flatMap((entry) => entry.silenced).filter(wantedHere),
  }
}

async function problemsOf(root: string, today: string, { memories, progress, base }: Watching): Promise<Checked> {
  const along = { memory: memories && memoryOf(root, memories), progress, teaching: true, dictionaryOf }
  try {
    const files = await readCourses(root, privateFolder(root), along)
    const compiled = compileCourses(files, shownFolder(root), today, along)
    if (base === undefined) return compiled
    const compared = (await checkBase(root, files, base)).all()
    const shown = compared.map((problem) => ({ ...problem, path: `${shownFolder(root)}/${problem.path}` }))
    return { ...compiled, problems: [...compiled.problems, ...shown] }
  } catch (error) {
    if (error instanceof NoCourses) return { problems: [unreadable(root, error.message)], silenced: [] }
    throw error
  }
}

/** COURSES_PRIVATE belongs to the product's own courses, not to a folder somebody names. */
export function privateFolder(root: string): string {
  return (root === resolve('courses') && process.env.COURSES_PRIVATE) || ''
}

function memoryOf(root: string, memories: Map<string, Memory>): Memory {
  const memory = memories.get(root) ?? new Memory()
  memories.set(root, memory)
  return memory
}

function concerns({ root, within }: Wanted, { path }: { path: string }): boolean {
  const full = resolve(path)
  if (within === undefined) return full === root || full.startsWith(`${root}/`) || !full.startsWith(resolve('.'))
  return full === within || full.startsWith(`${within}/`)
}

function unreadable(path: string, message: string): Problem {
  return { path: shownFolder(path), line: 1, column: 1, severity: 'error', id: 'S00', message }
}
