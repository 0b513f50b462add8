import { readFile, writeFile } from 'node:fs/promises'

import type { Mend, Problem } from '../problems/problem.ts'

export interface Mended extends Mend {
  path: string
  line: number
}

type Mendable = Problem & { mend: Mend }

/** Writes in the files what problems say can be mended without judgement, nothing else, and gives what it wrote. */
export async function mendFiles(problems: readonly Problem[]): Promise<Mended[]> {
  const mendable = problems.filter((problem): problem is Mendable => problem.mend !== undefined)
  const byPath = Map.groupBy(mendable, ({ path }) => path)
  const mended = await Promise.all([...byPath].map(([path, own]) => mendFile(path, own)))
  return mended.flat()
}

/** Line ends stay as they are, and so does every byte that is not mended. */
async function mendFile(path: string, problems: readonly Mendable[]): Promise<Mended[]> {
  const lines = (await readFile(path, 'utf8')).split('\n')
  // From the right, so that each place is still where it was found.
  const mended = problems
    .toSorted((a, b) => b.column - a.column)
    .flatMap(({ line, column, mend }) => {
      const written = lines[line - 1]
      if (!written?.startsWith(mend.from, column - 1)) return []
      lines[line - 1] = written.slice(0, column - 1) + mend.to + written.slice(column - 1 + mend.from.length)
      return [{ ...mend, path, line }]
    })
  if (mended.length > 0) await writeFile(path, lines.join('\n'))
  return mended.toSorted((a, b) => a.line - b.line)
}
