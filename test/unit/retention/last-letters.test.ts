import { expect, test } from 'vitest'

import { letterDays, monthsAfter } from '../../../worker/retention/rules.ts'
import { peopleAway } from './people-away.ts'

const { start, after, rows, arrives, signsIn, runs, lettersTo } = peopleAway()

test('a last letter has the way back of its reader’s own published badges, and of nobody else’s', async () => {
  const end = monthsAfter(start, 36)
  const people = await Promise.all(['amira', 'bo', 'cia'].map((name) => arrives(name)))
  const badge = (id: string, learner: string, withdrawn: number | null) =>
    rows(
      `insert into awards (id, learner, badge, course, course_version, attempt, at, day, withdrawn_at)
        values (?, ?, ?, 'c', 'v', ?, 0, '2027-01-01', ?)`,
      ...([id, learner, id, id, withdrawn] as string[]),
    )
  await badge('a1', people[0]!, null)
  await badge('a2', people[0]!, null)
  await badge('b1', people[1]!, null)
  await badge('b2', people[1]!, 1)
  await badge('d1', await arrives('dan', end), null)
  await runs(after(-letterDays.first, end))
  await runs(after(-letterDays.last, end))
  const linked = async (name: string) =>
    (
      (await lettersTo(`${name}@retention.example`))
        .map(({ body }) => String(body))
        .join('\n')
        .match(/badges\/([abd]\d)\//g) ?? []
    ).toSorted()
  expect([await linked('amira'), await linked('bo'), await linked('cia')]).toEqual([
    ['badges/a1/', 'badges/a2/'],
    ['badges/b1/'],
    [],
  ])
})

test.each([
  ['years ahead', start.getTime() + 6 * 365 * 86_400_000],
  ['no time at all', 1e300],
  ['no number', 'yesterday'],
])('a last visit that is %s begins now, and a later one counts', async (_, seenAt) => {
  const id = await arrives('amira')
  await rows('update users set seen_at = ? where id = ?', seenAt, id)
  await runs(after(1))
  const seen = async () => Number((await rows('select seen_at from users where id = ?', id))[0]!.seen_at)
  expect(await seen()).toBe(after(1).getTime())
  await signsIn(id, after(2))
  await runs(after(3))
  expect(await seen()).toBe(after(2).getTime())
})
