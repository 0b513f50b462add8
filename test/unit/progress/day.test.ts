import { expect, test } from 'vitest'

import { dayInWords, dayOf, isoOf, midnightOf, stockholmTime } from '../../../formats/day.ts'

const odd = [-1, 0, 253_402_300_799_999, 253_402_300_800_000, 8.64e15, 9e15, -8.64e15, -9e15, Number.NaN]
const years = [0, 1, 99, 999, 1000, 1878, 1879, 1970, 2026, 9998, 9999]

test.for([...odd, ...years.map((year) => new Date(0).setUTCFullYear(year))])(
  '%d ms is written as a day and a time',
  (ms) => {
    const at = new Date(ms)
    expect(dayOf(at)).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(dayInWords(dayOf(at), 'sv')).toMatch(/^\d{1,2} \p{L}+ \d{4}$/u)
    expect(isoOf(at)).toMatch(/^\d{4}-/)
    expect(stockholmTime(at)).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+\d{2}:\d{2}$/)
    expect(Number.isNaN(midnightOf(dayOf(at)).getTime())).toBe(false)
  },
)

test('a text that is no day is an unknown day', () => {
  for (const day of ['', 'soon', '10000-01-01', '2026-13-01', '<b>']) {
    expect(dayInWords(day, 'sv')).toBe('okänd dag')
    expect(dayInWords(day, 'en')).toBe('unknown day')
    expect(Number.isNaN(midnightOf(day).getTime())).toBe(false)
  }
})

test('a day of ours is what it always was', () => {
  expect(dayOf(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24')
  expect(dayInWords('2026-11-24', 'en')).toBe('24 November 2026')
  expect(stockholmTime(new Date('2026-07-01T10:00:00Z'))).toBe('2026-07-01T12:00:00+02:00')
  expect(midnightOf('2026-11-24')).toEqual(new Date('2026-11-23T23:00:00Z'))
})
