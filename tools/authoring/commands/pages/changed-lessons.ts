import { createHash } from 'node:crypto'

import { locales } from '../../../../formats/catalogue/catalogue.ts'
import { foldersOf } from '../../files/course-folders.ts'
import { Problems } from '../../problems/problem.ts'
import { readTexts } from '../../files/read-texts.ts'
import { readSharedFiles, type SharedFiles } from '../../files/shared-files.ts'
import type { SourceFile } from '../../files/source-file.ts'
import { readCourse } from '../../written/written-course.ts'

/** A lesson by its place on the site. */
export interface LessonAddress {
  course: string
  lesson: string
}

/**
 * The lessons whose page looks different now, and new ones: something in their own files changed, in a picture that
 * they name or in a fact that they cite. Sorted as their files are.
 */
export function changedLessons(before: readonly SourceFile[], after: readonly SourceFile[]): LessonAddress[] {
  const old = contentOfLessons(before)
  return [...contentOfLessons(after)]
    .filter(([address, content]) => old.get(address) !== content)
    .map(([address]) => ({ course: address.split('/')[0]!, lesson: address.split('/')[1]! }))
}

/** What a lesson's page is made of, by `course/lesson`. */
function contentOfLessons(files: readonly SourceFile[]): Map<string, string> {
  const problems = new Problems()
  const texts = readTexts(files, problems)
  const { facts } = readSharedFiles(texts, problems)
  const contents = new Map<string, string>()
  for (const folder of foldersOf(files)) {
    const { lessons } = readCourse(folder, texts, files, problems)
    const images = files.filter(({ path }) => path.startsWith(`${folder}/images/`))
    for (const { path, head } of locales.flatMap((locale) => lessons[locale])) {
      const address = `${folder}/${head.written('id')}`
      const text = texts.get(path) ?? ''
      contents.set(address, [contents.get(address), text, ...citedIn(text, facts), ...shownIn(text, images)].join('\0'))
    }
  }
  return contents
}

function citedIn(text: string, facts: SharedFiles['facts']): string[] {
  return [...(facts ?? [])].flatMap(([id, fact]) => (text.includes(`[^${id}]`) ? [JSON.stringify(fact)] : []))
}

function shownIn(text: string, images: readonly SourceFile[]): string[] {
  return images
    .filter(({ path }) => text.includes(path.slice(path.lastIndexOf('/') + 1)))
    .map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
}
