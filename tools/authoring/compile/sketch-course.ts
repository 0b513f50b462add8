import { type CellId, type InBoth, locales } from '../../../formats/catalogue/catalogue.ts'
import { CourseFile, CoursePage, TitleHead } from '../files/schemas.ts'
import type { SharedFiles } from '../files/shared-files.ts'
import { type Placed, unread } from '../files/yaml-source.ts'
import { inBoth } from '../language/in-both.ts'
import { pagesOf } from '../markdown/addresses.ts'
import { namedHeadings } from '../markdown/named-headings.ts'
import { Problems } from '../problems/problem.ts'
import { easyFolder, type WrittenCourse } from '../written/written-course.ts'
import type { WrittenPage, WrittenPool } from '../written/written-page.ts'
import { type CompiledCourse, compileCourse } from './compile-course.ts'
import { salvage, withValue } from './salvage.ts'
import { sketchLessons } from './sketch-lessons.ts'
import { sketchQuestions } from './sketch-questions.ts'

/** A course as far as it goes, and the pages that each of its files is shown on: one stands in for a missing one. */
export interface Sketch {
  compiled: CompiledCourse
  pages: [path: string, address: string][]
}

/**
 * Shows a course that does not compile as far as it can be read, for its author's eyes: a language stands in for one
 * that is to come, something stands in for a key that is wrong, and a question that cannot be asked is left out. What
 * is wrong has been reported. `known`: all courses' addresses by path.
 */
export function sketchCourse(written: WrittenCourse, known: ReadonlyMap<string, string>, shared: SharedFiles): Sketch {
  const { id, about, artefact, pool } = written
  const taken = new Set<string>()
  const lessons = sketchLessons(written.lessons)
  for (const [i, sv] of lessons.sv.entries()) {
    const asked = sketchQuestions({ sv: sv.questions, en: lessons.en[i]!.questions }, taken)
    for (const locale of locales) lessons[locale][i] = { ...lessons[locale][i]!, questions: asked[locale] }
  }
  const title = { title: titleOf(id) }
  const filled = {
    ...written,
    lessons,
    head: sketchHead(written, shared),
    about: inEach(about, id, (head) => salvage<CoursePage>(head, CoursePage, { ...title, summary: '…' })),
    artefact: inEach(artefact, id, (head) => salvage<TitleHead>(head, TitleHead, title)),
    pool: sketchPool(pool, id, taken),
  }
  const pages = [
    ...pagesOf(
      id,
      locales.flatMap((locale) =>
        lessons[locale].map(({ path, head, body }) => ({
          path,
          locale,
          id: head.value!.id,
          headings: namedHeadings(body),
        })),
      ),
    ),
    ...written.pages.filter(([path]) => path.startsWith(`${id}/${easyFolder}/`)),
  ]
  const own = pages.filter(([path, address]) => address.startsWith(`/${path.split('/')[1]!.slice(0, 2)}/`))
  const compiled = compileCourse(filled, new Map([...own, ...known]), shared, new Problems(), true)
  if (!compiled) throw new Error(`the sketch of ${id} is not whole`)
  return { compiled, pages }
}

/** Both languages, each as it is, as the other one is, or empty. */
function inEach<Head>(
  pages: InBoth<WrittenPage<Head> | undefined>,
  course: string,
  read: (head: Placed<Head>) => Placed<Head>,
): InBoth<WrittenPage<Head>> {
  return inBoth((locale) => {
    const page = pages[locale] ?? pages.sv ?? pages.en ?? blank<Head>(course)
    return { ...page, head: read(page.head) }
  })
}

/** A page that nobody has begun. */
function blank<Head>(course: string): WrittenPage<Head> {
  const place = { path: `${course}/course.yml`, line: 1 }
  return { path: place.path, locale: 'sv', head: unread<Head>(place), body: { text: '', place, tokens: [] } }
}

function titleOf(course: string): string {
  const words = course.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Cells and outcomes that do not exist go: pages look them up. */
function sketchHead({ id, head }: WrittenCourse, { framework, cells, outcomes }: SharedFiles): Placed<CourseFile> {
  const name = { sv: titleOf(id), en: titleOf(id) }
  const { areas, levels } = framework
  const first = `${areas[0]!.id}-${levels[0]!.id}`
  const read = salvage<CourseFile>(head ?? unread({ path: `${id}/course.yml`, line: 1 }), CourseFile, {
    number: 'C0',
    competences: [first],
    outcomes: [],
    audience: { sv: '…', en: '…' },
    badge: { id, cell: first, name },
    artefact: name,
    variants: {},
    retired: [],
    voided: [],
  })
  const { competences, badge, ...others } = read.value!
  const known = competences.filter((cell) => cells?.has(cell as CellId))
  const cell = cells?.has(badge.cell) ? badge.cell : (known[0] ?? first)
  return withValue(read, {
    ...others,
    competences: known,
    outcomes: others.outcomes.filter((outcome) => outcomes?.has(outcome)),
    badge: { ...badge, cell },
  })
}

function sketchPool(pool: InBoth<WrittenPool | undefined>, id: string, taken: Set<string>): InBoth<WrittenPool> {
  const asked = sketchQuestions(
    inBoth((locale) => pool[locale]?.questions ?? []),
    taken,
  )
  return inBoth((locale) => ({ ...(pool[locale] ?? blank<TitleHead>(id)), questions: asked[locale] }))
}
