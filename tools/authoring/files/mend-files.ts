import { readFile, writeFile } from 'node:fs/promises'

import type { Problem } from '../problems/problem.ts'

/** Writes in the files what problems say can be mended without judgement, and gives the number of lines it changed. */
export async function mendFiles(problems: readonly Problem[]): Promise<number> {
  const mendable = problems.filter(({ mend }) => mend !== undefined)
  const paths = [...new Set(mendable.map(({ path }) => path))]
  const counts = await Promise.all(
    paths.map((path) =>
      mendFile(
        path,
        mendable.filter((problem) => problem.path === path),
      ),
    ),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Line ends stay as they are. */
async function mendFile(path: string, problems: readonly Problem[]): Promise<number> {
  const lines = (await readFile(path, 'utf8')).split('\n')
  let count = 0
  for (const { line, column, mend } of problems) {
    const written = lines[line - 1]
    if (!mend || !written?.startsWith(mend.from, column - 1)) continue
    lines[line - 1] = written.slice(0, column - 1) + mend.to + written.slice(column - 1 + mend.from.length)
    count += 1
  }
  if (count > 0) await writeFile(path, lines.join('\n'))
  return count
}
