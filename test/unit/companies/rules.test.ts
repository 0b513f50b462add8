import fc from 'fast-check'
import { codeInGroups } from '../../../web/pages/companies/code-in-groups.ts'
import { expect, test } from 'vitest'

import {
  chosenTerms,
  companyNews,
  coursesOf,
  readJoinCode,
  seenDuring,
  termsIn,
} from '../../../worker/companies/rules.ts'
import { codeFrom } from '../../../worker/accounts/paper-code/rules.ts'

const code = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(codeFrom)

test('a join code is read as it was made, however it was typed', () => {
  fc.assert(
    fc.property(code, (made) => {
      const typed = codeInGroups(made).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
      expect(readJoinCode(` ${typed} `)).toBe(made)
    }),
  )
})

test('every byte counts: no two codes of different five-bit groups are the same', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(15), (bytes, at) => {
      const other = bytes.slice()
      other[at] = (other[at]! + 1) % 256
      expect(codeFrom(other)).not.toBe(codeFrom(bytes))
    }),
  )
})

test('what cannot be a code is none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      const read = readJoinCode(text)
      if (read !== undefined) expect(read).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    }),
    { numRuns: 2000 },
  )
})

test('terms name courses that exist, and all of them when they say so', () => {
  expect(coursesOf('all', ['a', 'b'])).toEqual(['a', 'b'])
  expect(coursesOf(['b', 'gone'], ['a', 'b'])).toEqual(['b'])
})

test('a join code is taken out of a link, wherever it stands in what was pasted', () => {
  fc.assert(
    fc.property(code, fc.domain(), fc.constantFrom('', ' ', 'Välkommen: '), (made, site, before) => {
      const link = `https://${site}/sv/join/${made}`
      for (const pasted of [link, `${link}?a=b`, `${link}#c`, `${link}/`, `${link} /Anders`]) {
        expect(readJoinCode(before + pasted)).toBe(made)
      }
    }),
  )
})

test('no choice of courses ever gives more than was ticked, and all only when all was chosen and nothing ticked', () => {
  const known = ['a', 'b', 'c']
  const ticked = fc.array(fc.constantFrom(...known, 'gone', 'all', ''), { maxLength: 5 })
  fc.assert(
    fc.property(fc.constantFrom('all', 'some', '', 'ALL', 'none'), ticked, (share, courses) => {
      const chosen = chosenTerms({ share, courses }, known)
      if ('fault' in chosen) return
      if (chosen.terms === 'all') expect([share, courses]).toEqual(['all', []])
      else {
        expect(share).toBe('some')
        expect(new Set(chosen.terms)).toEqual(new Set(courses))
      }
    }),
    { numRuns: 2000 },
  )
  expect(chosenTerms({ share: 'all', courses: ['a'] }, known)).toEqual({ fault: 'both' })
  expect(chosenTerms({ share: 'some', courses: [] }, known)).toEqual({ fault: 'none' })
  expect(chosenTerms({ share: 'some', courses: ['gone'] }, known)).toEqual({ fault: 'unknown' })
  expect(chosenTerms({ share: '', courses: [] }, known)).toEqual({ fault: 'choose' })
})

test('stored terms that cannot be read share nothing', () => {
  expect(termsIn('"all"')).toBe('all')
  expect(termsIn('["a",1,null,"b"]')).toEqual(['a', 'b'])
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const terms = termsIn(stored)
      if (terms === 'all') expect(String(stored)).toBe('"all"')
      else expect(terms.every((course) => typeof course === 'string')).toBe(true)
    }),
  )
})

const at = (day: number) => new Date(Date.UTC(2026, 10, day))

test('of an earlier stay a company saw what was done during it, and what was ticked, in the courses of its terms', () => {
  const stay = {
    joinedAt: at(10),
    leftAt: at(20),
    shares: ['ticked'],
    courses: ['during', 'before', 'after', 'ticked'],
  }
  const start = (course: string, began: number, last: number) => ({ course, at: at(began), lastAt: at(last) })
  const starts = [
    start('during', 12, 12),
    start('before', 1, 5),
    start('after', 21, 22),
    start('ticked', 1, 2),
    start('not-in-terms', 12, 12),
  ]
  expect([...seenDuring([stay], starts)]).toEqual(['during', 'ticked'])
  expect([...seenDuring([{ ...stay, courses: 'all' }], starts)]).toEqual(['during', 'ticked', 'not-in-terms'])
  expect([...seenDuring([], starts)]).toEqual([])
})

test('a removal or closing is told for a month unless somebody is back or left later on their own; one to come until then; wider terms until the answer', () => {
  const former = (company: string, day: number, removedBy: string | null, closedWith = false) => ({
    company,
    name: company,
    leftAt: at(day),
    removedBy,
    closedWith,
  })
  const news = companyNews(
    {
      former: [
        former('gone', 20, 'm'),
        former('left', 20, null),
        former('left', 10, 'm'),
        former('back', 20, 'm'),
        former('shut', 21, null, true),
      ],
      memberships: [
        { company: 'back', name: 'back', closesAt: null, isAsked: false },
        { company: 'closing', name: 'closing', closesAt: at(30), isAsked: false },
        { company: 'odd', name: 'odd', closesAt: new Date(Number.NaN), isAsked: true },
      ],
    },
    at(25),
  )
  expect(news).toEqual([
    { kind: 'removed', company: 'gone', id: 'gone', day: at(20) },
    { kind: 'closed', company: 'shut', id: 'shut', day: at(21) },
    { kind: 'closing', company: 'closing', id: 'closing', day: at(30) },
    { kind: 'terms', company: 'odd', id: 'odd', day: at(25) },
  ])
  expect(companyNews({ former: [former('gone', -10, 'm')], memberships: [] }, at(25))).toEqual([])
})
