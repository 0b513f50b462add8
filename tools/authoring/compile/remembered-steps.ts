import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import { measurementFolder } from '../files/course-folders.ts'
import type { Memory } from '../files/memory.ts'
import { readTexts } from '../files/read-texts.ts'
import { readSharedFiles, type SharedFiles, sharedNames } from '../files/shared-files.ts'
import type { SourceFile } from '../files/source-file.ts'
import { checkMeasurement } from '../measurement/check-measurement.ts'
import { compileMeasurement } from '../measurement/compile-measurement.ts'
import { readMeasurement, type WrittenMeasurement } from '../measurement/read-measurement.ts'
import type { Problems } from '../problems/problem.ts'
import { checkSpelling } from '../spelling/check-spelling.ts'
import type { Dictionary } from '../spelling/dictionaries.ts'
import { readSpellers } from '../spelling/read-spellers.ts'
import type { Speller } from '../spelling/speller.ts'
import { checkTeaching } from '../teaching/check-teaching.ts'
import { readCourse, type WrittenCourse } from '../written/written-course.ts'
import { compileCourse } from './compile-course.ts'

type Texts = ReadonlyMap<string, string>

/**
 * The steps of a compilation, each of which names what it depends on: one whose inputs are those of an earlier run is not
 * done again, and what it reported is reported again.
 */
export function rememberedSteps(memory: Memory, problems: Problems) {
  const sharedOf = (texts: Texts) => sharedNames.map((name) => texts.get(name))
  return {
    readTexts: (files: readonly SourceFile[]) => readTexts(files, problems, memory),
    readShared: (texts: Texts) =>
      memory.step('shared', sharedOf(texts), problems, (own) => readSharedFiles(texts, own)),
    readCourse: (folder: string, texts: Texts, files: readonly SourceFile[]) =>
      memory.step(`read ${folder}`, identityOf(files), problems, (own) => readCourse(folder, texts, files, own)),
    /** The address of every page by its file: a page that moves anywhere may be linked from any course. */
    gatherPages(courses: readonly WrittenCourse[]): ReadonlyMap<string, string> {
      const pages = courses.flatMap((course) => course.pages)
      return memory.step('pages', [pages.join('\n')], problems, () => new Map(pages))
    },
    compileCourse(course: WrittenCourse, pages: ReadonlyMap<string, string>, shared: SharedFiles, draft: boolean) {
      return memory.step(`compile ${course.id}`, [course, pages, shared], problems, (own) => {
        course.images.used.clear()
        return compileCourse(course, pages, shared, own, draft)
      })
    },
    readMeasurement(texts: Texts, files: readonly SourceFile[]) {
      const identity = identityOf(files.filter(({ path }) => path.startsWith(`${measurementFolder}/`)))
      return memory.step('read measurement', identity, problems, (own) => readMeasurement(texts, files, own))
    },
    compileMeasurement: (check: WrittenMeasurement, shared: SharedFiles) =>
      memory.step('measurement', [check, shared], problems, (own) => compileMeasurement(check, shared, own)),
    readSpellers: (texts: Texts, dictionaryOf: (locale: Locale) => Dictionary) =>
      memory.step('words', sharedOf(texts), problems, (own) => readSpellers(texts, dictionaryOf, own)),
    checkSpelling: (course: WrittenCourse, spellers: Record<Locale, Speller>) =>
      memory.step(`spell ${course.id}`, [course, spellers], problems, (own) => checkSpelling(course, spellers, own)),
    checkTeaching: (course: WrittenCourse, { facts }: SharedFiles) =>
      memory.step(`teach ${course.id}`, [course, facts], problems, (own) => checkTeaching(course, facts, own)),
    checkMeasurement: (check: WrittenMeasurement) =>
      memory.step('teach measurement', [check], problems, (own) => checkMeasurement(check, own)),
  }
}

/** Changes when a file of the course comes, goes, or is read anew. */
function identityOf(files: readonly SourceFile[]): unknown[] {
  return files.flatMap(({ path, bytes }) => [path, bytes])
}
