import { expect, test } from 'vitest'

import { absentMonths, absentSince, daysAfter, monthsAfter } from '../../../worker/retention/rules.ts'

test('months are counted as in a calendar, and a day that its month lacks is the last it has', () => {
  const from = (day: string, months: number) => monthsAfter(new Date(`${day}T23:30:00Z`), months).toISOString()
  expect(from('2027-01-15', 36)).toBe('2030-01-15T23:30:00.000Z')
  expect(from('2028-02-29', 36)).toBe('2031-02-28T23:30:00.000Z')
  expect(from('2028-02-29', -36)).toBe('2025-02-28T23:30:00.000Z')
  expect(from('2027-05-31', 1)).toBe('2027-06-30T23:30:00.000Z')
})

test('on no day of the calendar is anybody away too early: their last day and all the months have passed', () => {
  for (let i = 0; i < 8 * 366; i += 1) {
    const now = daysAfter(new Date('2027-01-01T12:00:00Z'), i)
    const since = absentSince(now)
    expect([now, monthsAfter(since, absentMonths) <= now]).toEqual([now, true])
    // The next moment is not away yet, but for the day that a leap year has more.
    expect(monthsAfter(daysAfter(since, 2), absentMonths) > now).toBe(true)
  }
})
