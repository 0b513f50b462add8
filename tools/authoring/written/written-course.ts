import { inBoth } from '../language/in-both.ts'
import { type InBoth, type Locale, locales } from '../../../formats/catalogue/catalogue.ts'
import { pagesOf } from '../markdown/addresses.ts'
import { namedHeadings } from '../markdown/named-headings.ts'
import { Images } from '../markdown/images.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Problems } from '../problems/problem.ts'
import { foldersOf } from '../files/course-folders.ts'
import { CourseFile, CoursePage, TitleHead } from '../files/schemas.ts'
import type { SourceFile } from '../files/source-file.ts'
import {
  type MarkdownFile,
  readLesson,
  readPage,
  readPool,
  unreadLesson,
  type WrittenLesson,
  type WrittenPage,
  type WrittenPool,
} from './written-page.ts'
import { isOfVariant, readVariants, type WrittenVariant } from './written-variants.ts'
import { type Placed, readYaml } from '../files/yaml-source.ts'

/** What a course says in easy Swedish: some of its lessons, and its badge test or not. */
interface WrittenEasy {
  lessons: WrittenLesson[]
  pool: WrittenPool | undefined
}

/** A course folder as it was written. What is missing or cannot be read has been reported and is undefined. */
export interface WrittenCourse {
  id: string
  head: Placed<CourseFile> | undefined
  about: InBoth<WrittenPage<CoursePage> | undefined>
  artefact: InBoth<WrittenPage<TitleHead> | undefined>
  pool: InBoth<WrittenPool | undefined>
  /** In the order of their file names. */
  lessons: InBoth<WrittenLesson[]>
  images: Images
  easy: WrittenEasy
  variants: WrittenVariant[]
  /** Address on the site by path of file. */
  pages: [string, string][]
}

/** Easy Swedish lies beside the usual, under its own name (lättläst). */
export const easyFolder = 'sv-lattlast'
const lessonName = /^(sv|en|sv-lattlast)\/\d\d-[^/]+\.md$/
const otherNames = /^(course\.yml|(sv|en)\/(course|badge|artefact)\.md|sv-lattlast\/badge\.md|images\/.+|README\.md)$/

/** Every course there is, whole or not. */
export function readAllCourses(
  files: readonly SourceFile[],
  texts: ReadonlyMap<string, string>,
  problems: Problems,
): WrittenCourse[] {
  return foldersOf(files).map((folder) => readCourse(folder, texts, files, problems))
}

/** Reads every file of a course folder. `texts` and `files` hold all courses, by path in the courses folder. */
export function readCourse(
  id: string,
  texts: ReadonlyMap<string, string>,
  files: readonly SourceFile[],
  problems: Problems,
): WrittenCourse {
  const own = files.filter((file) => file.path.startsWith(`${id}/`))
  reportUnknown(id, own, problems)
  const page = <T>(name: string, read: (file: MarkdownFile) => T) =>
    readBoth(`${id}/`, name, texts, own, read, problems)
  const lessons = inBoth((locale) => readLessons(`${id}/${locale}/`, locale, texts, own, problems))
  const easy = readEasy(id, texts, own, problems)
  return {
    id,
    head: readHead(id, texts, problems),
    about: page('course.md', (file) => readPage(file, CoursePage, problems)),
    artefact: page('artefact.md', (file) => readPage(file, TitleHead, problems)),
    pool: page('badge.md', (file) => readPool(file, problems)),
    lessons,
    images: new Images(id, own),
    easy,
    variants: readVariants(own, texts, problems),
    pages: pagesOf(
      id,
      [...lessons.sv, ...lessons.en, ...easy.lessons].flatMap(({ path, locale, isEasy, head, body }) => {
        const lesson = head.written('id')
        return lesson === undefined ? [] : [{ path, locale, isEasy, id: lesson, headings: namedHeadings(body) }]
      }),
    ),
  }
}

/** A misnamed lesson must not vanish without a word. */
function reportUnknown(id: string, own: readonly SourceFile[], problems: Problems): void {
  const pages = locales.flatMap((locale) => ['course.md', 'badge.md', 'artefact.md'].map((name) => `${locale}/${name}`))
  const near = ['course.yml', ...pages, `${easyFolder}/badge.md`]
  for (const { path } of own) {
    const name = path.slice(id.length + 1)
    if (lessonName.test(name) || otherNames.test(name) || isOfVariant(name)) continue
    const known = name.startsWith(`${easyFolder}/`)
      ? 'easy Swedish is lessons such as 02-name.md, and badge.md; the other pages are written once'
      : 'a course holds course.yml, images/, and in sv/ and en/ course.md, badge.md, artefact.md and lessons such as 02-name.md'
    problems.error('S07', { path, line: 1 }, `the file is not used${didYouMean(name, near) || `; ${known}`}`)
  }
}

function readHead(id: string, texts: ReadonlyMap<string, string>, problems: Problems): Placed<CourseFile> | undefined {
  const path = `${id}/course.yml`
  const text = texts.get(path)
  if (text !== undefined) return readYaml({ path, text, line: 1, column: 1 }, CourseFile, problems)

  problems.error('S02', { path, line: 1 }, 'course.yml is missing or cannot be read; every course folder has one')
  return undefined
}

function readBoth<T>(
  folder: string,
  name: string,
  texts: ReadonlyMap<string, string>,
  own: readonly SourceFile[],
  read: (file: MarkdownFile) => T,
  problems: Problems,
): InBoth<T | undefined> {
  return inBoth((locale) => {
    const path = `${folder}${locale}/${name}`
    const text = texts.get(path)
    if (text !== undefined) return read({ path, text, locale })
    if (!own.some((file) => file.path === path)) {
      problems.error('S10', { path, line: 1 }, `${locale}/${name} is missing; every course has it in both languages`)
    }
    return undefined
  })
}

function readEasy(
  id: string,
  texts: ReadonlyMap<string, string>,
  own: readonly SourceFile[],
  problems: Problems,
): WrittenEasy {
  const folder = `${id}/${easyFolder}/`
  const [path, text] = [`${folder}badge.md`, texts.get(`${folder}badge.md`)]
  return {
    lessons: readLessons(folder, 'sv', texts, own, problems, true),
    pool: text === undefined ? undefined : readPool({ path, text, locale: 'sv', isEasy: true }, problems),
  }
}

function readLessons(
  folder: string,
  locale: Locale,
  texts: ReadonlyMap<string, string>,
  own: readonly SourceFile[],
  problems: Problems,
  isEasy = false,
): WrittenLesson[] {
  return own
    .map((file) => file.path)
    .filter((path) => path.startsWith(folder) && lessonName.test(`${locale}/${path.slice(folder.length)}`))
    .sort()
    .map((path) => {
      const text = texts.get(path)
      return text === undefined
        ? unreadLesson(path, locale, isEasy)
        : readLesson({ path, text, locale, isEasy }, problems)
    })
}
