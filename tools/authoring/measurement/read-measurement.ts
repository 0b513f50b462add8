import { measurementFolder } from '../files/course-folders.ts'
import { type InBoth, type Locale, locales } from '../../../formats/catalogue/catalogue.ts'
import { inBoth } from '../language/in-both.ts'
import { Images } from '../markdown/images.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Problems } from '../problems/problem.ts'
import { SurveyFile } from '../files/schemas.ts'
import type { SourceFile } from '../files/source-file.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import { readPool, type WrittenPool } from '../written/written-page.ts'
import { type Placed, readYaml } from '../files/yaml-source.ts'

/** What is asked, by the name of its files: two forms of equal difficulty, and what is asked months later. */
const formNames = ['form-a', 'form-b', 'follow-up'] as const
export type FormName = (typeof formNames)[number]

/** The folder as it was written. What is missing or cannot be read has been reported and is undefined. */
export interface WrittenMeasurement {
  forms: { name: FormName; pages: InBoth<WrittenPool | undefined> }[]
  survey: Placed<SurveyFile> | undefined
  /** Each form as the pool of a course without lessons, for checks that are the same. */
  asCourses: WrittenCourse[]
}

/** Undefined where there is no such folder: other courses folders need none. */
export function readMeasurement(
  texts: ReadonlyMap<string, string>,
  files: readonly SourceFile[],
  problems: Problems,
): WrittenMeasurement | undefined {
  const own = files.filter(({ path }) => path.startsWith(`${measurementFolder}/`))
  if (own.length === 0) return undefined

  reportUnknown(own, problems)
  const forms = formNames.map((name) => ({
    name,
    pages: inBoth((locale) => readForm(name, locale, texts, own, problems)),
  }))
  return { forms, survey: readSurvey(texts, own, problems), asCourses: forms.map(asCourse) }
}

function asCourse({ name, pages }: WrittenMeasurement['forms'][number]): WrittenCourse {
  const nothing = { sv: undefined, en: undefined }
  return {
    id: `${measurementFolder}/${name}`,
    head: undefined,
    about: nothing,
    artefact: nothing,
    pool: pages,
    lessons: { sv: [], en: [] },
    images: new Images(measurementFolder, []),
    easy: { lessons: [], pool: undefined },
    variants: [],
    pages: [],
  }
}

function pathOf(name: FormName, locale: Locale): string {
  return `${measurementFolder}/${locale}/${name}.md`
}

function readForm(
  name: FormName,
  locale: Locale,
  texts: ReadonlyMap<string, string>,
  own: readonly SourceFile[],
  problems: Problems,
): WrittenPool | undefined {
  const path = pathOf(name, locale)
  const text = texts.get(path)
  if (text !== undefined) return readPool({ path, text, locale }, problems)
  if (!own.some((file) => file.path === path)) {
    problems.error(
      'S10',
      { path, line: 1 },
      `${locale}/${name}.md is missing; the knowledge check has it in both languages`,
    )
  }
  return undefined
}

function readSurvey(
  texts: ReadonlyMap<string, string>,
  own: readonly SourceFile[],
  problems: Problems,
): Placed<SurveyFile> | undefined {
  const path = `${measurementFolder}/survey.yml`
  const text = texts.get(path)
  if (text !== undefined) return readYaml({ path, text, line: 1, column: 1 }, SurveyFile, problems)
  if (!own.some((file) => file.path === path)) problems.error('S10', { path, line: 1 }, 'survey.yml is missing')
  return undefined
}

function reportUnknown(own: readonly SourceFile[], problems: Problems): void {
  const known = [
    `${measurementFolder}/survey.yml`,
    ...locales.flatMap((locale) => formNames.map((name) => pathOf(name, locale))),
  ]
  for (const { path } of own) {
    if (known.includes(path)) continue
    const near = didYouMean(path, known)
    problems.error(
      'S07',
      { path, line: 1 },
      `the file is not used${near || `; the knowledge check is ${known.join(', ')}`}`,
    )
  }
}
