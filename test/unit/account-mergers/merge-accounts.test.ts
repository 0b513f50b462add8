import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Account, courses, pair, twoAccounts, unticked } from './two-accounts.ts'

const { rows, settle, merge, seen } = twoAccounts()
const some = { numRuns: 60 }

const dayMs = 86_400_000
const count = async (table: string, ...learners: string[]) =>
  Number(
    (await rows(`select count(*) as n from ${table} where learner in (${learners.map((id) => `'${id}'`).join()})`))[0]!
      .n,
  )

/** Whether somebody is in a company as both accounts. */
const isInTwice = (both: readonly Account[], name: string) =>
  both.every(({ companies }) => companies[name] && companies[name].left === null)

test('no company sees anything of a merged account that it did not see of either before, whatever terms come', async () => {
  await fc.assert(
    fc.asyncProperty(pair, async (both) => {
      const { older, newer, boss, companies } = await settle(both)
      const wide = async <T>(work: () => Promise<T>) => {
        const kept = await rows('select id, terms_version as v from memberships where learner in (?, ?)', older, newer)
        await rows('update memberships set terms_version = 4 where learner in (?, ?)', older, newer)
        const result = await work()
        for (const { id, v } of kept)
          await rows('update memberships set terms_version = ? where id = ?', Number(v), String(id))
        return result
      }
      const look = () => Promise.all(companies.map((company) => seen(company, boss, [older, newer])))
      const before = { now: await look(), wide: await wide(look) }
      expect(await merge({ older, newer })).toEqual({ setCookies: [] })
      const after = { now: await look(), wide: await wide(look) }
      companies.forEach((_, i) => {
        expect([...after.now[i]!].filter((fact) => !before.now[i]!.has(fact))).toEqual([])
        expect([...after.wide[i]!].filter((fact) => !before.wide[i]!.has(fact))).toEqual([])
      })
    }),
    some,
  )
})

test('a company goes on seeing all that it saw without a tick, where its person is not in it twice', async () => {
  await fc.assert(
    fc.asyncProperty(unticked, async (both) => {
      const { older, newer, boss, companies } = await settle(both)
      const look = () => Promise.all(companies.map((company) => seen(company, boss, [older, newer])))
      const before = await look()
      await merge({ older, newer })
      const after = await look()
      companies.forEach((_, i) => {
        if (!isInTwice(both, `k${i + 1}`)) expect(after[i]).toEqual(before[i])
      })
    }),
    some,
  )
})

test('a tick shows all there is of a course, and taking it away leaves what was seen before', async () => {
  await fc.assert(
    fc.asyncProperty(unticked, async (both) => {
      const { older, newer, boss, companies } = await settle(both)
      await merge({ older, newer })
      const look = () => Promise.all(companies.map((company) => seen(company, boss, [older])))
      const [before] = [await look()]
      await rows(
        `insert into earlier_shares select m.id, s.course, 0 from memberships m join course_starts s on s.learner = m.learner
          where m.learner = ? and m.left_at is null`,
        older,
      )
      const shown = await look()
      const done = await rows('select course, day from course_completions where learner = ?', older)
      for (const [i, company] of companies.entries()) {
        const [place] = await rows(
          'select terms_version as version from memberships where learner = ? and company = ? and left_at is null',
          older,
          company,
        )
        const shared = [[], ['c2'], ['c2', 'c3'], courses][Number(place?.version ?? 1) - 1]!
        const isShared = (course: unknown) => place !== undefined && shared.includes(String(course))
        for (const { course, day } of done)
          expect(shown[i]!.has(`${String(course)} done ${String(day)}`)).toBe(Boolean(isShared(course)))
      }
      await rows('delete from earlier_shares')
      expect(await look()).toEqual(before)
    }),
    some,
  )
})

test('nothing is lost: every answer, test, badge and completion of either is there, and progress is never less', async () => {
  await fc.assert(
    fc.asyncProperty(pair, async (both) => {
      const { older, newer } = await settle(both)
      const tables = ['answers', 'attempts', 'awards', 'submissions', 'memberships']
      const before = await Promise.all(tables.map((table) => count(table, older, newer)))
      const had = (table: string, columns: string) =>
        rows(`select distinct ${columns} from ${table} where learner in (?, ?)`, older, newer)
      const lessons = await had('lesson_completions', 'course, lesson')
      const answered = await had('latest_answers', 'course, question')
      const firsts = await rows(
        'select course, min(day) as day from course_completions where learner in (?, ?) group by 1',
        older,
        newer,
      )
      const newest = await rows(
        'select course, question, max(at) as at from latest_answers where learner in (?, ?) group by 1, 2 order by 1, 2',
        older,
        newer,
      )
      await merge({ older, newer })

      expect(await Promise.all(tables.map((table) => count(table, older)))).toEqual(before)
      expect(await had('lesson_completions', 'course, lesson')).toEqual(expect.arrayContaining(lessons))
      expect(await had('latest_answers', 'course, question')).toHaveLength(answered.length)
      expect(await rows('select course, day from course_completions where learner = ?', older)).toEqual(
        expect.arrayContaining(firsts),
      )
      expect(
        await rows('select course, question, at from latest_answers where learner = ? order by 1, 2', older),
      ).toEqual(newest)
      // Each newest answer is one that is kept, and is told sure or not as the very first was.
      expect(
        await rows(
          `select l.course, l.question from latest_answers l where l.learner = ? and (not exists (select 1 from answers a
            where a.learner = l.learner and a.id = l.answer and a.at = l.at and a.question = l.question)
            or l.first_confidence <> (select case when min(a.at) / ${dayMs} % 2 = 0 then 'sure' else 'guess' end from answers a
              where a.learner = l.learner and a.course = l.course and a.question = l.question))`,
          older,
        ),
      ).toEqual([])
      expect(await rows(`select id from users where id = ?`, newer)).toEqual([])
    }),
    some,
  )
})

test('a badge that both have counts once, the first, and one test of a course is open, the older that still holds', async () => {
  await fc.assert(
    fc.asyncProperty(pair, async (both) => {
      const { older, newer } = await settle(both)
      await merge({ older, newer })
      for (const course of courses) {
        const [a, b] = both.map((each) => each.courses[course])
        const [first] = [a?.badge, b?.badge]
          .flatMap((badge, i) => (badge ? [{ at: badge.at, id: `${i === 0 ? older : newer}-${course}` }] : []))
          .toSorted((x, y) => x.at - y.at)
        const standing = await rows(
          'select id from awards where learner = ? and badge = ? and same_as is null',
          older,
          course,
        )
        expect(standing.map(({ id }) => id)).toEqual(first ? [first.id] : [])
        const [open] = [a?.open, b?.open]
          .flatMap((hours, i) =>
            hours !== null && hours !== undefined && hours < 24
              ? [{ hours, id: `${i === 0 ? older : newer}-${course}` }]
              : [],
          )
          .toSorted((x, y) => y.hours - x.hours)
        const left = await rows(
          'select id, opened_at as at from attempts where learner = ? and course = ? and closed_at is null',
          older,
          course,
        )
        expect(left.map(({ at }) => at)).toHaveLength(open ? 1 : 0)
        if (open && a?.open !== b?.open) expect(left[0]!.id).toBe(open.id)
      }
    }),
    some,
  )
})

test('what both have answered together completes a lesson and a course, and no company sees that by itself', async () => {
  const half = (question: string, at: number) => ({
    courses: { c1: { at, last: at, done: null, badge: null, open: null, answers: [{ question, at, id: at }] } },
    companies: {},
  })
  const [one, other] = [half('q1', 1), half('q2', 2)]
  one.courses.c1.answers.push({ question: 'q3', at: 3, id: 3 })
  const member = { joined: 1, left: null, role: 'member' as const, terms: 4, ticks: [] }
  const made = await settle([{ ...one, companies: { k1: member } }, other])
  await merge(made)
  expect(await rows('select day from course_completions where learner = ?', made.older)).toEqual([
    { day: '1970-01-31' },
  ])
  expect([...(await seen(made.companies[0]!, made.boss, [made.older]))]).toEqual(['c1 begun'])
})

test('a second merger of the same accounts is refused, and changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(pair, async (both) => {
      const made = await settle(both)
      await merge(made)
      const all = () => rows('select * from memberships where learner = ?', made.older)
      const before = await all()
      expect(await merge(made)).toBe('gone')
      expect(await all()).toEqual(before)
    }),
    { numRuns: 5 },
  )
})

test('ten thousand answers move in less than two seconds, with as many statements as ten', async () => {
  const made = await settle([
    { courses: {}, companies: {} },
    { courses: {}, companies: {} },
  ])
  await rows(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)
      insert into answers (learner, id, course, lesson, question, version, chosen, correct, locale, at)
      select ?, 'a' || i, 'c1', 'l1', 'q' || (i % 500), 'v', '[]', 1, 'sv', i from n`,
    made.newer,
  )
  await rows(
    `insert into latest_answers (learner, course, question, lesson, answer, version, chosen, correct, at)
      select learner, course, question, lesson, id, version, chosen, 1, max(at) from answers where learner = ? group by question`,
    made.newer,
  )
  const begun = performance.now()
  await merge(made)
  expect(performance.now() - begun).toBeLessThan(2000)
  expect(await count('answers', made.older)).toBe(10_000)
})

const member = { joined: 1, left: null, role: 'member' as const, ticks: [] }
const doneIn = (course: string, at: number) => ({
  [course]: { at, last: at, done: at, badge: null, open: null, answers: [] },
})

test('of two places in one company one is left, with the narrower terms, and shows nothing that either did not', async () => {
  const outcomes = []
  for (const [mine, theirs] of [
    [1, 2],
    [4, 2],
    [3, 4],
    [4, 4],
  ] as const) {
    const made = await settle([
      { courses: doneIn('c2', 5), companies: { k1: { ...member, joined: 4, terms: mine } } },
      { courses: { ...doneIn('c1', 6), ...doneIn('c3', 7) }, companies: { k1: { ...member, terms: theirs } } },
    ])
    await merge(made)
    const left = await rows(
      `select terms_version as terms, joined_at / ${dayMs} as joined from memberships
        where learner = ? and left_at is null`,
      made.older,
    )
    const facts = await seen(made.companies[0]!, made.boss, [made.older])
    outcomes.push([
      left,
      [...facts]
        .filter((fact) => fact.includes('done'))
        .map((fact) => fact.slice(0, 2))
        .toSorted(),
    ])
  }
  expect(outcomes).toEqual([
    [[{ terms: 1, joined: 1 }], []],
    [[{ terms: 2, joined: 1 }], ['c2']],
    [[{ terms: 3, joined: 1 }], ['c2', 'c3']],
    [[{ terms: 4, joined: 1 }], ['c1', 'c2', 'c3']],
  ])
})

test('of two places in a company that was closed one comes back when it is opened again', async () => {
  const made = await settle([
    { courses: {}, companies: { k1: { ...member, terms: 4 } } },
    { courses: {}, companies: { k1: { ...member, role: 'owner', terms: 2 } } },
  ])
  const company = made.companies[0]!
  await rows('update memberships set closed_with = 1 where company = ? and left_at is null', company)
  await rows('update companies set closed_at = 1 where id = ?', company)
  await merge(made)
  const left = await rows(
    'select role, terms_version as terms from memberships where learner = ? and closed_with = 1 and left_at is not null',
    made.older,
  )
  expect(left).toEqual([{ role: 'owner', terms: 2 }])
  await rows('update companies set closed_at = null where id = ?', company)
  await rows('update memberships set left_at = null, closed_with = 0 where company = ? and closed_with = 1', company)
  expect(await rows('select role from memberships where learner = ? and left_at is null', made.older)).toHaveLength(1)
})
