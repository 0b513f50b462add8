import type { Course, CourseSummary, Framework } from '../../worker/courses/catalogue.ts'
import { compileCourse } from './course.ts'
import { type Problem, Problems } from './problem.ts'
import { readSharedFiles } from './shared-files.ts'
import { largestFile, type SourceFile } from './source-file.ts'

export interface Compilation {
  framework: Framework
  /** In the order of their numbers. */
  summaries: CourseSummary[]
  courses: Course[]
  problems: Problem[]
}

const reserved = new Set(['measurement'])
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/**
 * Compiles a courses folder. Never throws for what is in the files: every problem of every file is in `problems`,
 * and a course with an error is left out of `courses`. Paths in problems begin with `root`.
 */
export function compileCourses(files: readonly SourceFile[], root = 'courses'): Compilation {
  const problems = new Problems()
  const texts = readTexts(files, problems)
  const shared = readSharedFiles(texts, problems)
  const folders = [...new Set(files.flatMap((file) => (file.path.includes('/') ? [file.path.split('/')[0]!] : [])))]
  const compiled = folders
    .filter((folder) => !reserved.has(folder))
    .flatMap((folder) => {
      const within = new Map(
        [...texts].flatMap(([path, text]) =>
          path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), text] as const] : [],
        ),
      )
      const names = new Set(
        files.flatMap((file) => (file.path.startsWith(`${folder}/`) ? [file.path.slice(folder.length + 1)] : [])),
      )
      return compileCourse(folder, folder, within, names, shared, problems) ?? []
    })
    .sort((a, b) => (a.summary.number < b.summary.number ? -1 : 1))
  reportSameNumbers(
    compiled.map((entry) => entry.summary),
    problems,
  )

  return {
    framework: shared.framework,
    summaries: compiled.map((entry) => entry.summary),
    courses: compiled.map((entry) => entry.course),
    problems: problems
      .sorted()
      .map((problem) => ({ ...problem, path: root ? `${root}/${problem.path}` : problem.path })),
  }
}

function readTexts(files: readonly SourceFile[], problems: Problems): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { path, bytes } of files) {
    if (!/\.(md|yml)$/.test(path)) continue
    if (bytes.byteLength > largestFile)
      problems.error('S05', { path, line: 1 }, 'the file is over 1 MB; a lesson is some thousand characters')
    else {
      const text = decode(bytes)
      if (text === undefined) problems.error('S06', { path, line: 1 }, 'the file is not UTF-8; save it again as UTF-8')
      else texts.set(path, text.replaceAll('\r\n', '\n'))
    }
  }
  return texts
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

function reportSameNumbers(summaries: CourseSummary[], problems: Problems): void {
  for (const summary of summaries) {
    const other = summaries.find((entry) => entry.number === summary.number && entry.id < summary.id)
    if (other)
      problems.error(
        'S13',
        { path: `${summary.id}/course.yml`, line: 1 },
        `number ${summary.number} is used by ${other.id} as well`,
      )
  }
}
