import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

import { privateFolder } from './check-courses.ts'
import { CannotGoOn } from './command.ts'
import { findCourses } from '../files/find-courses.ts'
import { isSource } from '../files/read-courses.ts'

/** An editor writes a file in several steps, so a moment passes before the next check. */
const momentMs = 100
const awayMs = 500

/**
 * Checks again after every change in the courses folders that the paths lie in, and in a private folder laid over
 * them; one check at a time. Throws CannotGoOn when there is nothing to watch.
 */
export function watchCourses(paths: readonly string[], recheck: () => Promise<void>): void {
  const roots = new Set(paths.flatMap((path) => findCourses(path)?.root ?? []))
  const folders = [...roots].flatMap((root) => [root, ...(privateFolder(root) ? [privateFolder(root)] : [])])
  if (folders.length === 0) throw new CannotGoOn('there is nothing to watch')

  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => (running = running.then(() => again(recheck))), momentMs)
  }
  for (const folder of folders) watchTree(folder, later)
  console.error('watching for changes; Ctrl+C ends')
}

/**
 * Watches a folder and those in it. Node's own recursive watch loses sight of a file on Linux when an editor saves by
 * putting another in its place; a folder sees every change of what it holds.
 */
function watchTree(root: string, changed: () => void): void {
  const watchers = new Map<string, FSWatcher>()
  let watching = false
  const refresh = () => {
    const there = new Set(foldersIn(root))
    for (const [folder, watcher] of watchers) {
      if (there.has(folder)) continue
      watcher.close()
      watchers.delete(folder)
    }
    const fresh = [...there].filter((folder) => !watchers.has(folder))
    fresh.forEach(begin)
    // What was made in a new folder before it was watched told nobody.
    if (fresh.length > 0 && watching) setTimeout(react, momentMs)
    if (there.size === 0) setTimeout(comeBack, awayMs)
  }
  const begin = (folder: string) => {
    const watcher = attempt(() => watch(folder, react))
    if (watcher)
      watchers.set(
        folder,
        watcher.on('error', () => watcher.close()),
      )
  }
  const react = () => {
    refresh()
    changed()
  }
  const comeBack = () => {
    refresh()
    if (watchers.size > 0) changed()
  }
  refresh()
  watching = true
}

/** None while the folder itself is away: git or an editor may put it back. */
function foldersIn(folder: string): string[] {
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true }))
  if (!entries) return []
  const inside = entries.filter((entry) => entry.isDirectory() && isSource(entry.name))
  return [folder, ...inside.flatMap((entry) => foldersIn(join(folder, entry.name)))]
}

/** A folder may go away between being seen and being opened. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** What goes wrong once is told, and the watch goes on. */
async function again(recheck: () => Promise<void>): Promise<void> {
  console.error(`\n${new Date().toLocaleTimeString('sv-SE')}`)
  try {
    await recheck()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
  }
}
