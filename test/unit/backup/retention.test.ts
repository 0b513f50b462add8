import fc from 'fast-check'
import { expect, test } from 'vitest'

import { momentOf, nameOf } from '../../../tools/backup/places/place.ts'
import { dayMs, expired, isDue, longestKeptMs } from '../../../tools/backup/places/retention.ts'

const now = new Date('2026-11-28T03:15:00Z')
const ago = fc.integer({ min: 0, max: 80 * 24 * 60 }).map((minutes) => new Date(now.getTime() - minutes * 60_000))
const some = fc.uniqueArray(ago, { selector: (at) => at.getTime(), maxLength: 120 })
const kept = (made: Date[]) => made.filter((at) => !expired(made, now).includes(at))
const daysIn = (made: Date[]) => new Set(made.map((at) => at.toISOString().slice(0, 10)))
const young = (made: Date[]) => made.filter((at) => now.getTime() - at.getTime() <= longestKeptMs)

test('one a night for a year leaves seven days and four weeks', () => {
  const nightly: Date[] = []
  for (let night = 364; night >= 0; night -= 1) {
    nightly.push(new Date(now.getTime() - night * dayMs))
    for (const old of expired(nightly, new Date(nightly.at(-1)!))) nightly.splice(nightly.indexOf(old), 1)
  }
  expect(nightly.map((at) => at.toISOString().slice(0, 10))).toEqual([
    '2026-11-08',
    '2026-11-15',
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
  ])
})

test('whatever was made when: nothing older than 35 days stays, and no more than eleven', () => {
  fc.assert(
    fc.property(some, (made) => {
      expect(kept(made)).toEqual(young(kept(made)))
      expect(kept(made).length).toBeLessThanOrEqual(11)
    }),
  )
})

test('the newest of each of the last seven days with a backup stays, so the newest of all does', () => {
  fc.assert(
    fc.property(some, (made) => {
      const days = [...daysIn(young(made))].sort().slice(-7)
      for (const day of days) {
        const newest = made
          .filter((at) => at.toISOString().startsWith(day))
          .sort((a, b) => b.getTime() - a.getTime())[0]!
        expect(kept(made)).toContain(newest)
      }
    }),
  )
})

test('what stayed stays when it is looked at again at once', () => {
  fc.assert(
    fc.property(some, (made) => {
      expect(expired(kept(made), now)).toEqual([])
    }),
  )
})

test('a backup is known by its name to the second, and no other file is', () => {
  fc.assert(
    fc.property(ago, (at) => {
      const second = new Date(Math.floor(at.getTime() / 1000) * 1000)
      expect(momentOf(nameOf(at))).toEqual(second)
    }),
  )
  const others = [
    'erasures.jsonl',
    'navet.backup',
    'navet-2026-13-41T990000Z.backup',
    '.navet-2026-11-28T031500Z.backup.1.part',
  ]
  expect(others.map(momentOf)).toEqual(others.map(() => undefined))
})

test('a backup is due when the newest is a day old, give or take an hour', () => {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  expect(isDue([], now)).toBe(true)
  expect(isDue([hoursAgo(30), hoursAgo(22)], now)).toBe(false)
  expect(isDue([hoursAgo(50), hoursAgo(23)], now)).toBe(true)
})
