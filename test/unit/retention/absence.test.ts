import { expect, test } from 'vitest'

import { dayOf } from '../../../formats/day.ts'
import { absentSince, leastNoticeDays, letterDays, monthsAfter } from '../../../worker/retention/rules.ts'
import { runRetention } from '../../../worker/retention/run-retention.ts'
import { peopleAway } from './people-away.ts'

const { settings, db, start, after, rows, arrives, signsIn, runs, isThere, lettersTo, goesOn } = peopleAway()

test('a person who stays away gets two letters with the day, goes on that day, and is told', async () => {
  const id = await arrives('amira')
  await rows(`insert into addresses (email, user_id, verified_at) values ('privat@retention.example', ?, 0)`, id)
  const end = monthsAfter(start, 36)
  await runs(after(-letterDays.first - 1, end))
  expect(await lettersTo('amira@retention.example')).toEqual([])

  await runs(after(-letterDays.first, end))
  expect(await goesOn(id)).toBe(dayOf(end))
  for (const email of ['amira@retention.example', 'privat@retention.example']) {
    const [letter] = await lettersTo(email)
    expect(letter).toMatchObject({
      kind: 'absence',
      lane: 1,
      subject: 'Ditt konto i Navet raderas den 15 januari 2033',
    })
    expect(letter!.body).toContain('https://navet.example/sv/sign-in')
  }
  await runs(after(-letterDays.last - 1, end))
  expect(await lettersTo('amira@retention.example')).toHaveLength(1)
  await runs(after(-letterDays.last, end))
  expect(await lettersTo('amira@retention.example')).toHaveLength(2)
  await runs(after(-1, end))
  expect(await isThere(id)).toBe(true)
  await runs(end)
  expect(await isThere(id)).toBe(false)
  const [farewell, ...more] = await lettersTo('amira@retention.example')
  expect([farewell!.subject, more.length]).toEqual(['Ditt konto i Navet är raderat', 0])
  expect(await rows('select account from erasures where account = ?', id)).toHaveLength(1)
  expect(await rows('select account from lapses')).toHaveLength(1)
})

test('an English reader gets English letters, at every address', async () => {
  const id = await arrives('emma', start, 'en')
  await rows(`insert into addresses (email, user_id, verified_at) values ('emma.home@retention.example', ?, 0)`, id)
  await runs(monthsAfter(start, 36))
  for (const email of ['emma@retention.example', 'emma.home@retention.example'])
    expect((await lettersTo(email)).map(({ subject }) => subject)).toEqual([
      'Your Navet account will be erased on 16 March 2033',
    ])
})

test('whoever signs in, or goes on with a session, between the letters and the day stays; the time begins anew', async () => {
  const [a, b] = [await arrives('anna'), await arrives('bo')]
  const end = monthsAfter(start, 36)
  await runs(after(-60, end))
  await runs(after(-14, end))
  await signsIn(a, after(-1, end))
  await runs(end)
  expect([await isThere(a), await isThere(b)]).toEqual([true, false])
  expect(await goesOn(a)).toBeUndefined()
  const again = monthsAfter(after(-1, end), 36)
  await runs(after(-61, again))
  expect(await goesOn(a)).toBeUndefined()
  await runs(after(-60, again))
  expect(await goesOn(a)).toBe(dayOf(again))
  await rows('update sessions set updated_at = ? where user_id = ?', after(-59, again).getTime(), a)
  expect(await goesOn(a)).toBeUndefined()
})

const textOf = (statement: object) =>
  'toSQL' in statement ? (statement as { toSQL(): { sql: string } }).toSQL().sql : ''

test('the erasing batch itself looks: one who comes back between the reading and the batch stays, and so nobody else does', async () => {
  const [a, b] = [await arrives('anna'), await arrives('bo')]
  const end = monthsAfter(start, 36)
  await runs(after(-60, end))
  await runs(after(-14, end))
  const late = new Proxy(db(), {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name) as unknown
      return async (statements: Parameters<typeof target.batch>[0]) => {
        const isErasing = statements.some((each) => /delete from "users"/.test(textOf(each)))
        if (isErasing) await signsIn(a, end)
        return target.batch(statements)
      }
    },
  })
  await runRetention({ openDb: late, settings, now: end })
  expect([await isThere(a), await isThere(b)]).toEqual([true, false])
  expect(await rows('select account from lapses')).toEqual([{ account: b }])
})

test('a step that fails keeps no other: whose letters were written goes, though none can be written now', async () => {
  const id = await arrives('anna')
  const end = monthsAfter(start, 36)
  for (const days of [-60, -14]) await runs(after(days, end))
  await arrives('bo')
  await rows(`create trigger stuck before insert on absences begin select raise(abort, 'stuck'); end`)
  await expect(runs(end)).rejects.toThrow()
  await rows('drop trigger stuck')
  expect(await isThere(id)).toBe(false)
})

test('one that cannot go keeps no other', async () => {
  const [a, b] = [await arrives('anna'), await arrives('bo')]
  const end = monthsAfter(start, 36)
  await rows(`create trigger stuck before delete on users when old.id = '${a}' begin select raise(abort, 'stuck'); end`)
  for (const days of [-60, -14, 0]) await runs(after(days, end))
  await rows('drop trigger stuck')
  expect([await isThere(a), await isThere(b)]).toEqual([true, false])
  await runs(after(1, end))
  expect(await isThere(a)).toBe(false)
})

test('a run that stood still for years writes first, and gives all the time again', async () => {
  const id = await arrives('anna')
  const late = monthsAfter(start, 60)
  await runs(late)
  expect(await goesOn(id)).toBe(dayOf(after(60, late)))
  const later = after(400, late)
  await runs(later)
  expect([await isThere(id), await goesOn(id)]).toEqual([true, dayOf(after(14, later))])
  await runs(after(13, later))
  expect(await isThere(id)).toBe(true)
  await runs(after(14, later))
  expect(await isThere(id)).toBe(false)
})

test('what a clock wrote that was set to a wrong year is void', async () => {
  const id = await arrives('anna')
  await runs(monthsAfter(start, 900))
  expect(await goesOn(id)).toBeDefined()
  await runs(after(1))
  expect(await goesOn(id)).toBeUndefined()
  expect(await isThere(id)).toBe(true)
})

/** A generator of our own, so that a failure can be had again by its seed. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

test('whatever the history: never earlier than the letter said, never without letters, always gone in the end', async () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const chance = chanceFrom(seed)
    const id = await arrives(`p${seed}x`)
    const email = `p${seed}x@retention.example`
    let [now, seen, told] = [start, start, '']
    let firstAt: Date | undefined
    for (let step = 0; step < 60 && (await isThere(id)); step += 1) {
      // Mostly an ordinary pause; now and then nothing runs for years.
      const days = chance() < 0.15 ? 200 + chance() * 900 : chance() * 40
      now = after(days, now)
      if (chance() < 0.08 && step < 40) {
        await signsIn(id, now)
        ;[seen, told, firstAt] = [now, '', undefined]
        await rows('delete from mails')
      }
      await runs(now)
      if (await isThere(id)) {
        const day = await goesOn(id)
        if (day && !firstAt) firstAt = now
        if (day) told = String(day)
        const letters = await lettersTo(email)
        expect([seed, letters.length > 0], 'a day is told by letter').toEqual([seed, day !== undefined])
        if (day) expect(String(letters.at(-1)!.subject)).toContain(String(Number(String(day).slice(8))))
      } else {
        expect([seed, seen <= absentSince(now)]).toEqual([seed, true])
        expect([seed, told !== '' && dayOf(now) >= told]).toEqual([seed, true])
        expect([seed, firstAt !== undefined && firstAt <= after(-leastNoticeDays, now)]).toEqual([seed, true])
      }
    }
    // From here nobody comes back: a run a month at the least.
    for (let month = 0; month < 60 && (await isThere(id)); month += 1) await runs((now = after(30, now)))
    expect([seed, await isThere(id)]).toEqual([seed, false])
  }
})

test('many are due: a run does so many, and the next goes on', async () => {
  await rows(`insert into users (id, name, email, created_at, updated_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 700)
    select printf('%032d', i), '', 'm' || i || '@retention.example', ${start.getTime()}, ${start.getTime()} from n`)
  const end = monthsAfter(start, 36)
  const count = async (sql: string) => Number((await rows(sql))[0]!.n)
  await runs(after(-60, end))
  expect(await count('select count(*) as n from absences')).toBe(500)
  await runs(after(-60, end))
  expect(await count('select count(*) as n from absences')).toBe(700)
  expect(await count(`select count(*) as n from mails where kind = 'absence'`)).toBe(700)
  for (let run = 0; run < 14; run += 1) await runs(after(-14, end))
  await runs(end)
  expect(await count('select count(*) as n from users')).toBe(640)
})

test('more than a run writes to: nobody goes whose last letter waits for the next run', async () => {
  await rows(`insert into users (id, name, email, created_at, updated_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 70)
    select printf('%032d', i), '', 'm' || i || '@retention.example', ${start.getTime()}, ${start.getTime()} from n`)
  const end = monthsAfter(start, 36)
  await runs(after(-60, end))
  await runs(after(100, end))
  expect(await rows('select count(*) as n from absences where last_at is null')).toEqual([{ n: 20 }])
  expect(await rows('select count(*) as n from users')).toEqual([{ n: 70 }])
})

test('whom a clock looks for is found by an index', async () => {
  const plan = async (sql: string) => (await rows(`explain query plan ${sql}`)).map(({ detail }) => String(detail))
  expect(
    await plan(
      'select id from users where seen_at <= 5 and id not in (select learner from absences) order by seen_at, id limit 5',
    ),
  ).toEqual(
    expect.arrayContaining([expect.stringMatching(/SEARCH users USING (COVERING )?INDEX users_seen \(seen_at</)]),
  )
  expect(
    (await plan('select learner from absences where goes_on <= 5 order by goes_on, learner limit 5')).join(),
  ).toContain('absences_day')
})
