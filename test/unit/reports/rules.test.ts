import fc from 'fast-check'
import { expect, test } from 'vitest'

import { cursorOf, membersOf, placeOf } from '../../../worker/reports/rules.ts'

const member = {
  id: 'm1',
  name: 'Amira Haddad',
  nameKey: 'amira haddad',
  role: 'member' as const,
  isViewer: 0 as const,
  team: null,
  onBehalf: 0 as const,
  joinedDay: null,
}
const day = '2026-11-20'

test('a course outside the terms that a member accepted is hidden, whatever was done in it', () => {
  const [seen] = membersOf(
    [{ ...member, courses: '["a"]' }],
    [{ member: 'm1', course: 'b', begun: 1, doneDay: day, badgeDay: day, title: null }],
    ['a', 'b'],
  )
  expect(seen!.cells).toEqual([
    { course: 'a', state: 'none', doneDay: undefined, badgeDay: undefined },
    { course: 'b', state: 'hidden', doneDay: undefined, badgeDay: undefined },
  ])
})

test('done comes before under way, and a badge can be there without the lessons', () => {
  const cells = (row: { begun: 0 | 1; doneDay: string | null; badgeDay: string | null }) =>
    membersOf([{ ...member, courses: '"all"' }], [{ member: 'm1', course: 'a', title: null, ...row }], ['a'])[0]!
      .cells[0]
  expect(cells({ begun: 1, doneDay: day, badgeDay: null })).toMatchObject({ state: 'done', doneDay: day })
  expect(cells({ begun: 1, doneDay: null, badgeDay: null })).toMatchObject({ state: 'way' })
  expect(cells({ begun: 0, doneDay: null, badgeDay: day })).toMatchObject({ state: 'none', badgeDay: day })
})

test('a cursor leads back to its place, and anything else to the beginning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (nameKey, id) => {
      expect(placeOf(cursorOf({ nameKey, id }))).toEqual({ nameKey, id })
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(typeof placeOf(text).nameKey).toBe('string')
    }),
  )
  expect(placeOf(undefined)).toEqual({ nameKey: '', id: '' })
})
