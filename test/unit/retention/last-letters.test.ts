import { expect, test } from 'vitest'

import { returnHashes } from '../../../worker/credentials/return-badge.ts'
import { letterDays, monthsAfter } from '../../../worker/retention/rules.ts'
import { runRetention } from '../../../worker/retention/run-retention.ts'
import { peopleAway } from './people-away.ts'

const { settings, db, start, after, rows, arrives, signsIn, runs, isThere, lettersTo } = peopleAway()

/** Gives somebody a badge that others can see. */
function earns(id: string, learner: string) {
  return rows(
    `insert into awards (id, learner, badge, course, course_version, attempt, at, day)
      values (?, ?, ?, 'c', 'v', ?, 0, '2027-01-01')`,
    id,
    learner,
    id,
    id,
  )
}

/** The keys of a badge’s links in the mails to somebody, the oldest mail first. */
async function keysMailed(name: string, award: string): Promise<string[]> {
  const mails = await lettersTo(`${name}@retention.example`)
  return mails.flatMap(({ body }) =>
    [...String(body).matchAll(new RegExp(`badges/${award}/return/(\\S+)`, 'g'))].map(([, key]) => key!),
  )
}

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

test('a badge’s link is a secret of its own, and holds though SECRET is changed before the account goes', async () => {
  const end = monthsAfter(start, 36)
  const id = await arrives('amira')
  await earns('a1', id)
  await runs(after(-letterDays.first, end))
  await runs(after(-letterDays.last, end))
  const [mailed] = await keysMailed('amira', 'a1')
  expect(mailed).toMatch(/^[0-9a-f]{32}$/)
  expect(await rows('select return_key, return_hash from awards')).toEqual([{ return_key: mailed, return_hash: null }])

  const changed = { ...settings, SECRET: 'another secret for tests, long enough for anybody' }
  await runRetention({ openDb: db(), settings: changed, now: end })
  expect(await isThere(id)).toBe(false)
  const [[, hash]] = (await returnHashes([{ award: 'a1', key: mailed! }])) as [[string, string]]
  expect(await rows('select return_key, return_hash from awards')).toEqual([{ return_key: null, return_hash: hash }])
  expect(await keysMailed('amira', 'a1'), 'the farewell has the same').toEqual([mailed])
})

test('whoever knows SECRET cannot make the link: the same badge has another each time', async () => {
  const end = monthsAfter(start, 36)
  const mailed = new Set<string>()
  for (const name of ['amira', 'bo']) {
    await rows('delete from awards')
    await earns('a1', await arrives(name))
    await runs(after(-letterDays.first, end))
    await runs(after(-letterDays.last, end))
    for (const key of await keysMailed(name, 'a1')) mailed.add(key)
  }
  expect(mailed.size).toBe(2)
})

test('two runs at once write one letter and keep its key', async () => {
  const end = monthsAfter(start, 36)
  await earns('a1', await arrives('amira'))
  await runs(after(-letterDays.first, end))
  await Promise.all([0, 1].map((minutes) => runs(new Date(after(-letterDays.last, end).getTime() + minutes * 60_000))))
  const mailed = await keysMailed('amira', 'a1')
  expect(mailed).toHaveLength(1)
  expect(await rows('select return_key from awards')).toEqual([{ return_key: mailed[0] }])
})

test.each(['no key', 5, 'g'.repeat(32)])(
  'what is no key is none: of %s a new one is mailed and kept',
  async (spoilt) => {
    const end = monthsAfter(start, 36)
    await earns('a1', await arrives('amira'))
    await rows('update awards set return_key = ?', spoilt)
    await runs(after(-letterDays.first, end))
    await runs(after(-letterDays.last, end))
    const [mailed] = await keysMailed('amira', 'a1')
    expect(mailed).toMatch(/^[0-9a-f]{32}$/)
    expect(await rows('select return_key from awards')).toEqual([{ return_key: mailed }])
  },
)

test('a badge that came after the last letter has its link in the farewell', async () => {
  const end = monthsAfter(start, 36)
  const id = await arrives('amira')
  await runs(after(-letterDays.first, end))
  await runs(after(-letterDays.last, end))
  await earns('p1', id)
  await runs(end)
  const [mailed] = await keysMailed('amira', 'p1')
  const [[, hash]] = (await returnHashes([{ award: 'p1', key: mailed! }])) as [[string, string]]
  expect(await rows('select return_hash from awards')).toEqual([{ return_hash: hash }])
})
