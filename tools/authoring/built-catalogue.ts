import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Catalogue, Course } from '../../worker/courses/catalogue.ts'
import type { Compilation } from './compile.ts'

const listFile = 'catalogue.json'

/** Writes what a build compiled, a file a course, for programs that start with it: compiling takes longer than they do. */
export function writeBuiltCatalogue(folder: string, { framework, paths, summaries, courses }: Compilation): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, listFile), JSON.stringify({ framework, paths, courses: summaries }))
  for (const course of courses) writeFileSync(join(folder, `${course.id}.course.json`), JSON.stringify(course))
}

/** The catalogue of the last build: exactly what the built worker holds. */
export function readBuiltCatalogue(folder: string): Catalogue {
  const { framework, paths, courses } = parsed<Omit<Catalogue, 'load'>>(folder, listFile)
  const known = new Set(courses.map(({ id }) => id))
  return {
    framework,
    paths,
    courses,
    load: (id) => (known.has(id) ? Promise.resolve(parsed<Course>(folder, `${id}.course.json`)) : undefined),
  }
}

function parsed<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}
