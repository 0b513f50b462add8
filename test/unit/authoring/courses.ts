import { readdirSync, readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join, relative } from 'node:path'

import { type Along, type Compilation, compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { lineOf } from '../../../tools/authoring/problems/problem.ts'
import type { Course, Lesson, Question } from '../../../formats/catalogue/catalogue.ts'

export const fixtureFolder = join(import.meta.dirname, '../../fixtures/courses')
export const realFolder = join(import.meta.dirname, '../../../courses')
/**
 * Our own first course with the shared files, as it stood one day of November 2026: tests that spoil a course know it by its
 * words, and the course that is taught goes on changing.
 */
export const firstCourseFolder = join(import.meta.dirname, '../../fixtures/first-course')
export const sv = 'granska-svaret/sv/02-tre-fragor.md'
export const en = 'granska-svaret/en/02-three-questions.md'
const encoder = new TextEncoder()

/** Copies the first course to a place where a command can check it, with the author's guide of today. */
export async function copyFirstCourse(to: string): Promise<void> {
  await cp(firstCourseFolder, to, { recursive: true })
  for (const name of ['README.md', 'checks.md']) await cp(join(realFolder, name), join(to, name))
}

/** A small courses folder in memory: the fixture's two lessons and badge pool, which a test may spoil. */
export class CoursesFolder {
  readonly files = new Map<string, Uint8Array>()

  constructor(folder = fixtureFolder) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      this.files.set(relative(folder, file), readFileSync(file))
    }
  }

  read(path: string): string {
    return Buffer.from(this.files.get(path) ?? []).toString()
  }

  write(path: string, text: string | Uint8Array): this {
    this.files.set(path, typeof text === 'string' ? encoder.encode(text) : text)
    return this
  }

  /** Replaces the first occurrence; a test whose words are no longer in the fixture fails at once. */
  edit(path: string, from: string, to: string): this {
    const text = this.read(path)
    if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`)
    return this.write(
      path,
      text.replace(from, () => to),
    )
  }

  /** The same change in both languages of the lesson. */
  editBoth(from: string, to: string): this {
    return this.edit(sv, from, to).edit(en, from, to)
  }

  remove(path: string): this {
    this.files.delete(path)
    return this
  }

  compile(today?: string, along: Along = {}): Compilation {
    const files = [...this.files].map(([path, bytes]) => ({ path, bytes }))
    return compileCourses(files, 'courses', today, along)
  }

  /** Problems with those of teaching, as the command prints them, without what a course of before need not heed. */
  taught(): string[] {
    const { problems } = this.compile(undefined, { teaching: true })
    return problems.filter(({ later }) => !later).map(lineOf)
  }

  taughtInFull(): string[] {
    return this.compile(undefined, { teaching: true }).problems.map(lineOf)
  }

  /** Problems as the command prints them. */
  problems(today?: string): string[] {
    return this.compile(today).problems.map(lineOf)
  }

  /** `path:line:column` of the first occurrence of some words, as problems begin. */
  at(path: string, words: string): string {
    const before = this.read(path).split(words)[0] ?? ''
    const lines = before.split('\n')
    return `courses/${path}:${lines.length}:${[...(lines.at(-1) ?? '')].length + 1}`
  }

  course(): Course {
    const { courses, problems } = this.compile()
    const [course] = courses
    if (!course) throw new Error(problems.map(lineOf).join('\n'))
    return course
  }

  lesson(): Lesson {
    return this.course().lessons.find((lesson) => lesson.id === 'three-questions')!
  }

  question(id = 'nuts-promise'): Question {
    return this.lesson().questions.find((question) => question.id === id)!
  }
}

/** Our own first course without what the second edition asks for: the tests of its checks put their own there. */
export function firstCourseOfBefore(): CoursesFolder {
  const folder = new CoursesFolder(firstCourseFolder)
  for (const path of folder.files.keys())
    if (/^granska-svaret\/.*\.(?:md|yml)$/.test(path)) folder.write(path, asBefore(folder.read(path)))
  // Tests that put other questions into the pool are not to write them in easy Swedish as well.
  return folder.remove('granska-svaret/sv-lattlast/badge.md')
}

function asBefore(text: string): string {
  return text
    .replaceAll(/^(?:edition|opens|doing): .*\n|^tags: .*\n|^<!-- doing: service -->\n/gm, '')
    .replaceAll(/\n!\[[^\]]*\]\([^)]*\)\n(?:\n> \*.*\*\n)?/g, '')
    .replaceAll(/\n> \*\*(?:Verktyg|Tool):\*\*.*\n/g, '')
    .replaceAll(/(?<=^<!-- \{.*), (?:from|needs|p): [^,}]*?(?=,| \})/gm, '')
    .replaceAll(/\[\^f-[^\]]+\]/g, '')
}
