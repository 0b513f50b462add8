import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Catalogue } from '../../../formats/catalogue/catalogue.ts'
import { catalogueOver, partsOf } from '../../../worker/courses/course-parts.ts'
import type { Compilation } from './compile.ts'

const listFile = 'catalogue.json'

/** Writes what a build compiled, a file a part, for programs that start with it: compiling takes longer than they do. */
export function writeBuiltCatalogue(folder: string, { framework, paths, summaries, courses }: Compilation): void {
  rmSync(folder, { recursive: true, force: true })
  const write = (name: string, value: unknown) => {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(value))
  }
  write(listFile, { framework, paths, courses: summaries })
  for (const [name, part] of courses.flatMap(partsOf)) write(`${name}.json`, part)
}

/** The catalogue of the last build: exactly what the built worker holds. */
export function readBuiltCatalogue(folder: string): Catalogue {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return catalogueOver(read(listFile), async (name) => read(`${name}.json`))
}
