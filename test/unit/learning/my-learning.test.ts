import { expect, test } from 'vitest'

import type { Catalogue, CourseSummary } from '../../../formats/catalogue/catalogue.ts'
import { coursesView } from '../../../worker/learning/me/my-courses.ts'
import { nowView, waitingFor, waits } from '../../../worker/learning/me/now.ts'
import type { Reader } from '../../../worker/learning/me/reader.ts'
import { slots } from '../../../worker/learning/me/slots.tsx'
import type { Overview } from '../../../worker/learning/store.ts'
import { nothing } from '../../../worker/learning/views.ts'
import { amira, frame } from '../web/frame.ts'

const both = (text: string) => ({ sv: text, en: text })
const now = new Date('2026-11-24T10:00:00Z')
const lesson = (id: string) => ({ id, title: both(id), minutes: 5, questions: [`${id}-q`] })

function courseOf(id: string): CourseSummary {
  const badge = { id, cell: 'CHK-2', name: both(`Märke ${id}`) }
  return {
    id,
    title: both(id),
    badge,
    minutes: 10,
    lessons: [lesson('one'), lesson('two')],
  } as unknown as CourseSummary
}

const catalogue = { courses: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(courseOf) } as unknown as Catalogue
const reader = { catalogue, locale: 'sv', now, frame: frame({ learner: amira }), learner: {} } as unknown as Reader

const begun = (...courses: string[]) => courses.map((course) => ({ course, at: now, lastAt: now }))
const lessonsOf = (...courses: string[]) =>
  courses.flatMap((course) => ['one', 'two'].map((id) => ({ course, lesson: id })))
const earnedOn = (...lessons: string[]) => lessons.map((id) => ({ id, questions: [`${id}-q`] }))
const openTestIn = (course: string, hoursAgo = 1) => ({
  id: `t-${course}`,
  course,
  openedAt: new Date(+now - hoursAgo * 36e5),
})
const award = (course: string, withdrawnAt: Date | null = null) => ({
  id: 'f'.repeat(32),
  course,
  day: '2026-11-20',
  withdrawnAt,
  given: { sv: 'Märke', en: 'Badge', picture: 'CHK-2' },
})
const overview = (more: Partial<Overview>): Overview => ({ ...nothing, ...more })
const titles = (more: Partial<Overview>) => waitingFor(overview(more), reader).map(({ title }) => title)

test('my learning has its places in this order, from the most urgent to what is seldom looked for', () => {
  expect(slots.map(({ name }) => name)).toEqual([
    'news',
    'moves',
    'unreached',
    'now',
    'courses',
    'calibration',
    'badges',
    'ways',
    'contacts',
    'account',
  ])
  expect(waits.map(({ name }) => name)).toEqual(['open-test', 'go-on', 'new-things'])
})

test('a test that closes comes first, then what was last worked on, then what is new in a course that is done', () => {
  const found = titles({
    starts: begun('a', 'b', 'c', 'd'),
    lessons: lessonsOf('a', 'd'),
    completions: [
      { course: 'a', day: '2026-11-01', earnedOn: earnedOn('one') },
      { course: 'd', day: '2026-11-02', earnedOn: earnedOn('one', 'two') },
    ],
    badges: [award('a')],
    openTests: [openTestIn('c')],
  })
  expect(found).toEqual(['Ditt prov är öppet', 'Fortsätt med b', 'Fortsätt med c', 'Nu kan du ta märket Märke d'])

  const grown = { lessons: lessonsOf('a').slice(0, 1), badges: [award('a')] }
  const completions = [{ course: 'a', day: '2026-11-01', earnedOn: earnedOn('one') }]
  expect(titles({ starts: begun('a', 'b'), completions, ...grown })).toEqual(['Fortsätt med b', 'Nytt i a'])
})

test('a test that has closed by itself waits no longer', () => {
  expect(titles({ openTests: [openTestIn('a', 25)] })).toEqual([])
})

test('who has the badge is not urged to go on, also with lessons left; the course still says where to', () => {
  const own = overview({ starts: begun('a'), badges: [award('a')] })
  expect(waitingFor(own, reader)).toEqual([])
  expect(coursesView(own, reader)[0]!.next).toMatchObject({ href: '/sv/courses/a/one' })
})

test('what found no place above has its link with its course, and what is above is not said again', () => {
  const courses = coursesView(overview({ starts: begun('a', 'b', 'c', 'd', 'e', 'f') }), reader)
  expect(courses.map(({ title, next }) => [title, next?.href])).toEqual([
    ...['a', 'b', 'c', 'd', 'e'].map((id) => [id, undefined]),
    ['f', '/sv/courses/f/one'],
  ])
})

test('while a test is open its course offers no other, but the lessons that are left', () => {
  const open = { openTests: [openTestIn('a')] }
  const [own] = coursesView(overview({ ...open, starts: begun('a'), lessons: lessonsOf('a') }), reader)
  expect(own).toMatchObject({ next: undefined, openTest: { href: '/sv/courses/a/badge/attempts/t-a' } })
  expect(titles({ ...open, lessons: lessonsOf('a') })).toEqual(['Ditt prov är öppet'])
  expect(titles({ ...open, lessons: lessonsOf('a').slice(0, 1) })).toEqual(['Ditt prov är öppet', 'Fortsätt med a'])
})

test('who is new is led to the first lesson, or to all courses', () => {
  const { first, others } = nowView(nothing, reader)
  expect(first).toMatchObject({ title: 'Börja med fem minuter', href: '/sv/courses/a/one' })
  expect(others.map(({ href }) => href)).toEqual(['/sv'])
})

test('for whom nothing waits the page is calm, and names courses that were not begun', () => {
  const { first, others } = nowView(overview({ starts: begun('b'), badges: [award('a'), award('b')] }), reader)
  expect(first).toMatchObject({ title: 'Ingenting väntar på dig', calm: true, href: '/sv' })
  expect(others.map(({ title }) => title)).toEqual(['c', 'd', 'e'])

  const all = catalogue.courses.map(({ id }) => award(id))
  expect(nowView(overview({ badges: all }), reader)).toMatchObject({ others: [], first: { calm: true } })
})

test('without a single course the page still stands', () => {
  const empty = { ...reader, catalogue: { ...catalogue, courses: [] } }
  expect(nowView(nothing, empty).first.title).toBe('Ingenting väntar på dig')
})
