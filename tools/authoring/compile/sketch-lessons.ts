import { type InBoth, type Locale, locales } from '../../../formats/catalogue/catalogue.ts'
import { LessonHead } from '../files/schemas.ts'
import { inBoth } from '../language/in-both.ts'
import type { WrittenLesson } from '../written/written-page.ts'
import { salvage, withValue } from './salvage.ts'

interface Named {
  id: string
  lesson: WrittenLesson
}

/**
 * Every lesson in both languages, under the same ids and in the order of their files. Where a language is still to come
 * the other one stands in; where an id cannot be read, that of the file with the same number, else the file's own name.
 */
export function sketchLessons(lessons: InBoth<readonly WrittenLesson[]>): InBoth<WrittenLesson[]> {
  const named = inBoth((locale) => nameLessons(lessons[locale], lessons[otherOf(locale)]))
  const all = locales.flatMap((locale) => named[locale])
  const ids = [
    ...new Set(all.toSorted((a, b) => (numberOf(a.lesson) < numberOf(b.lesson) ? -1 : 1)).map(({ id }) => id)),
  ]
  return inBoth((locale) =>
    ids.map((id) => {
      const isOwn = (entry: Named) => entry.id === id
      const { lesson } = (named[locale].find(isOwn) ?? named[otherOf(locale)].find(isOwn))!
      return { ...lesson, head: sketchHead(lesson, id) }
    }),
  )
}

function otherOf(locale: Locale): Locale {
  return locale === 'sv' ? 'en' : 'sv'
}

function nameLessons(lessons: readonly WrittenLesson[], others: readonly WrittenLesson[]): Named[] {
  const taken = new Set<string>()
  const own = new Set(lessons.flatMap((lesson) => readableId(lesson) ?? []))
  return lessons.map((lesson) => {
    const twin = others.find((other) => numberOf(other) === numberOf(lesson))
    const ofTwin = twin && readableId(twin)
    const wished = readableId(lesson) ?? (ofTwin !== undefined && !own.has(ofTwin) ? ofTwin : slugOf(lesson))
    const id = taken.has(wished) ? `${slugOf(lesson)}-${numberOf(lesson)}` : wished
    taken.add(id)
    return { id, lesson }
  })
}

function readableId({ head }: WrittenLesson): string | undefined {
  return LessonHead.shape.id.safeParse(head.loose('id')).data
}

/** `tre-fragor` of `…/02-tre-fragor.md`. */
function slugOf({ path }: WrittenLesson): string {
  const name = path.slice(path.lastIndexOf('/') + 4, -'.md'.length)
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
  return plain.replace(/^-+|-+$/g, '') || 'lesson'
}

function numberOf({ path }: WrittenLesson): string {
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 2)
}

function sketchHead(lesson: WrittenLesson, id: string): WrittenLesson['head'] {
  const head = salvage(lesson.head, LessonHead, {
    id,
    title: slugOf(lesson),
    competences: [],
    outcome: '…',
    facts: [],
    checked: '1970-01-01',
    review_by: '1970-01-01',
    tags: [],
  })
  return head.value!.id === id ? head : withValue(head, { ...head.value!, id })
}
