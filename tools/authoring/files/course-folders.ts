import { didYouMean } from '../problems/near-miss.ts'
import type { Problems } from '../problems/problem.ts'
import { sharedNames } from './shared-files.ts'
import type { SourceFile } from './source-file.ts'

/** The reserved folder of the knowledge check. */
export const measurementFolder = 'measurement'

/** Grouped once: looking through all files for each of a hundred courses takes longer than reading them. */
export function groupByFolder(files: readonly SourceFile[]): Map<string, SourceFile[]> {
  const folders = new Map(foldersOf(files).map((folder) => [folder, [] as SourceFile[]]))
  for (const file of files) folders.get(file.path.split('/', 1)[0]!)?.push(file)
  return folders
}

/** The folders that hold a course. */
export function foldersOf(files: readonly SourceFile[]): string[] {
  const folders = files.flatMap(({ path }) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : []))
  return [...new Set(folders)].filter((folder) => folder !== measurementFolder).sort()
}

/** A link may lead anywhere, and is something else on every machine. */
export function withoutLinks(files: readonly SourceFile[], problems: Problems): SourceFile[] {
  for (const { path, isLink } of files)
    if (isLink)
      problems.error('S07', { path, line: 1 }, 'a symbolic link is no file of a course; put the file itself here')
  return files.filter(({ isLink }) => !isLink)
}

/** Files beside the courses that nothing reads. */
export function reportUnknown(files: readonly SourceFile[], problems: Problems): void {
  for (const { path } of files) {
    if (path.includes('/') || path.endsWith('.md') || sharedNames.includes(path)) continue
    problems.warning('S07', { path, line: 1 }, `the file is not used${didYouMean(path, sharedNames)}`)
  }
}
