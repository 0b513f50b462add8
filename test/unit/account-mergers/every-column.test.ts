import { beforeAll, expect, test } from 'vitest'

import { twoAccounts } from './two-accounts.ts'

const { rows, settle, merge } = twoAccounts()

/**
 * Every column that says whose a row is, with a row of the account that ends, or why it has none. A new column that
 * refers to an account, and is not here, fails.
 */
const moving: Record<string, (ends: string) => [sql: string, ...args: (string | number)[]]> = {
  'account_mergers.learner': (ends) => ['insert into account_mergers values (?, ?, 0)', `${ends}-before`, ends],
  'addresses.user_id': (ends) => ['insert into addresses values (?, ?, 0)', `${ends}@home.example`, ends],
  'answers.learner': (ends) => [
    `insert into answers (learner, id, course, lesson, question, version, chosen, correct, locale, at)
      values (?, 'a', 'x', 'l', 'q', 'v', 'not json', 1, 'sv', 0)`,
    ends,
  ],
  'attempts.learner': (ends) => [
    `insert into attempts (learner, id, course, course_version, drawn, opened_at) values (?, 't', 'x', 'v', 'not json', 0)`,
    ends,
  ],
  'awards.learner': (ends) => [
    `insert into awards (id, learner, badge, course, course_version, attempt, at, day) values (?, ?, 'x', 'x', 'v', 't', 0, '')`,
    `${ends}-x`,
    ends,
  ],
  'codes.account': (ends) => [
    `insert into codes (id, purpose, subject, email, browser, account, code_hash, sent_at, expires_at)
      values (?, 'erase', '', 'x@y.example', 'b', ?, 'h', 0, 0)`,
    ends,
    ends,
  ],
  'course_completions.learner': (ends) => [`insert into course_completions values (?, 'x', 'v', 0, '', null)`, ends],
  'course_starts.learner': (ends) => [`insert into course_starts values (?, 'x', 0, 0, null)`, ends],
  'grants.user_id': (ends) => [`insert into grants values (?, 'author', 0)`, ends],
  'latest_answers.learner': (ends) => [
    `insert into latest_answers (learner, course, question, lesson, answer, version, chosen, correct, at)
      values (?, 'x', 'q', 'l', 'a', 'v', 'not json', 1, 0)`,
    ends,
  ],
  'lesson_completions.learner': (ends) => [`insert into lesson_completions values (?, 'x', 'l', 'v', 0)`, ends],
  'logins.user_id': (ends) => [
    `insert into logins (id, user_id, account_id, provider_id, created_at, updated_at) values (?, ?, 'a', 'p', 0, 0)`,
    ends,
    ends,
  ],
  'mail_consents.learner': (ends) => [`insert into mail_consents values (?, 'weekly', 0, null)`, ends],
  'mails.owner': (ends) => [
    `insert into mails (id, recipient, subject, body, locale, owner, created_at, expires_at, due_at)
      values (?, 'x@y.example', '', '', 'sv', ?, 0, 0, 0)`,
    ends,
    ends,
  ],
  'memberships.learner': (ends) => [
    `insert into memberships (id, company, learner, role, name, name_key, terms_version, joined_at)
      select ?, id, ?, 'member', 'A', 'a', 1, 0 from companies where id = ? || '-k1'`,
    `${ends}-x`,
    ends,
    ends.split('-')[0]!,
  ],
  'passkeys.user_id': (ends) => [
    `insert into passkeys (id, user_id, public_key, credential_id, counter, device_type, backed_up, created_at)
      values (?, ?, '', ?, 0, '', 0, 0)`,
    ends,
    ends,
    ends,
  ],
  'recovery_codes.user_id': (ends) => ['insert into recovery_codes values (?, ?, 0, 1, null)', ends, ends],
  'remarkings.learner': (ends) => [`insert into remarkings values (?, 't', 'x', 'q', 8, 1, '{}', 0)`, ends],
  'removed_addresses.user_id': (ends) => [
    'insert into removed_addresses values (?, ?, ?, 0, 9e15)',
    ends,
    `${ends}@gone.example`,
    ends,
  ],
  'submissions.learner': (ends) => [
    `insert into submissions (learner, attempt, course, answers, score, passed, locale, at)
      values (?, 't', 'x', 'not json', 8, 1, 'sv', 0)`,
    ends,
  ],
}

const going: Record<string, string> = {
  'absences.learner': 'whoever merges is not away: a session that begins or is used takes it away',
  'sessions.user_id': 'the sessions of an account that ends, end',
}

async function columns(): Promise<string[]> {
  const found =
    await rows(`select t.name || '.' || k."from" as c from sqlite_schema t, pragma_foreign_key_list(t.name) k
    where t.type = 'table' and k."table" = 'users' order by 1`)
  return found.map(({ c }) => String(c))
}

const nobody = { courses: {}, companies: {} }
let made: Awaited<ReturnType<typeof settle>>

beforeAll(async () => {
  made = await settle([nobody, nobody])
  const order = Object.entries(moving).toSorted(
    ([a], [b]) => Number(a.startsWith('remark')) - Number(b.startsWith('remark')),
  )
  for (const [, row] of order) {
    const [sql, ...args] = row(made.newer)
    await rows(sql, ...args)
  }
  await rows(
    `insert into invitations (code, company, created_by, created_at, expires_at) values (?, ?, ?, 0, 9e15)`,
    made.newer,
    made.companies[0]!,
    made.newer,
  )
  expect(await merge(made)).not.toBe('gone')
})

test('every column that refers to an account has its line in a merger', async () => {
  expect((await columns()).filter((column) => !(column in moving) && !(column in going))).toEqual([])
  expect([...Object.keys(moving), ...Object.keys(going)].filter((column) => !column.includes('.'))).toEqual([])
})

test('each row of the account that ends is one of the account that stays, and of no other', async () => {
  const left: string[] = []
  for (const name of [...Object.keys(moving), 'invitations.created_by']) {
    const [table, column] = name.split('.') as [string, string]
    const [{ older, newer }] = (await rows(
      `select sum(${column} = ?) as older, sum(${column} = ?) as newer from ${table}`,
      made.older,
      made.newer,
    )) as unknown as [{ older: number; newer: number }]
    if (!(older > 0) || newer > 0) left.push(name)
  }
  expect(left).toEqual([])
})

test('the first address of the account that ends is a further one of the other, as old as it was', async () => {
  const own = await rows('select email, verified_at as at from addresses where user_id = ? order by 1', made.older)
  expect(own).toEqual([
    { email: `${made.newer}@home.example`, at: 0 },
    { email: `${made.newer}@plat.example`, at: 1 },
  ])
})

test('every address of both is told, in the batch in which it happened', async () => {
  const told = await rows(`select recipient from mails where kind = 'merged' and owner = ? order by 1`, made.older)
  expect(told.map(({ recipient }) => recipient)).toEqual(
    [`${made.newer}@home.example`, `${made.newer}@plat.example`, `${made.older}@plat.example`].toSorted(),
  )
})

test('letters: a no in either account is a no, and a yes in one alone stays a yes', async () => {
  const yes = (at: number) => [at, null] as const
  const no = (at: number, until: number) => [at, until] as const
  const outcomes = []
  for (const [mine, theirs] of [
    [yes(1), yes(2)],
    [yes(1), no(2, 3)],
    [no(1, 4), yes(2)],
    [undefined, yes(2)],
  ] as const) {
    const pair = await settle([nobody, nobody])
    for (const [who, row] of [
      [pair.older, mine],
      [pair.newer, theirs],
    ] as const)
      if (row) await rows(`insert into mail_consents values (?, 'weekly', ?, ?)`, who, ...row)
    await merge(pair)
    const [row] = await rows('select given_at as a, withdrawn_at as b from mail_consents where learner = ?', pair.older)
    outcomes.push([row!.a, row!.b])
  }
  expect(outcomes).toEqual([
    [1, null],
    [1, 3],
    [1, 4],
    [2, null],
  ])
})

test('of two cards on paper the own one stays, unless only the other was ever put away', async () => {
  const left = []
  for (const [mine, theirs] of [
    [1, 1],
    [null, 1],
    [null, null],
  ] as const) {
    const pair = await settle([nobody, nobody])
    await rows('insert into recovery_codes values (?, ?, 0, ?, null)', pair.older, `${pair.older}-card`, mine)
    await rows('insert into recovery_codes values (?, ?, 0, ?, null)', pair.newer, `${pair.newer}-card`, theirs)
    await merge(pair)
    const own = await rows('select code_hash as card from recovery_codes where user_id = ?', pair.older)
    left.push(own.map(({ card }) => (card === `${pair.older}-card` ? 'own' : 'other')))
  }
  expect(left).toEqual([['own'], ['other'], ['own']])
})

test('three accounts become one, whichever two first, and a badge of all three counts once', async () => {
  const badge = (at: number) => ({
    courses: { c1: { at, last: at, done: at, badge: { at, isWithdrawn: false }, open: null, answers: [] } },
    companies: {},
  })
  for (const [older, newer, third] of [
    [3, 2, 1],
    [1, 2, 3],
    [2, 3, 1],
  ] as const) {
    const one = await settle([badge(older), badge(newer)])
    const other = await settle([badge(third), nobody])
    await rows('update users set created_at = 9 where id = ?', other.older)
    await merge(one)
    await merge({ older: one.older, newer: other.older })
    const own = await rows('select id, same_as as s, at from awards where learner = ? order by at', one.older)
    expect(own).toHaveLength(3)
    expect(own[0]!.s).toBeNull()
    expect(own.slice(1).map(({ s }) => s)).toEqual([own[0]!.id, own[0]!.id])
  }
})
