import { execFile } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { promisify } from 'node:util'

import { beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { askAgain } from '../../../tools/accounts/ask-again.ts'
import { keepJournal } from '../../../tools/backup/journal/keep-journal.ts'
import { pseudonymOf } from '../../../worker/pseudonym.ts'
import { migratedDatabase, token } from '../../support/migrated-database.ts'

const root = join(import.meta.dirname, '../../..')
const secret = 'a secret for tests, long enough for anybody'
const own = migratedDatabase()

beforeAll(() => keepJournal(own.client))

/** Amira, with two addresses, owns a company that Bertil manages; each of them has a bit of everything. */
beforeEach(async () => {
  const emptied = [
    'users',
    'companies',
    'status_entries',
    'mails',
    'kept_forms',
    'answers',
    'question_versions',
    'erasures',
  ]
  await own.client.batch(emptied.map((table) => `delete from ${table}`))
  const user = `insert into users (id, name, email, locale, created_at, updated_at) values (?, ?, ?, 'en', 0, 0)`
  const member = `insert into memberships (id, company, learner, role, name, name_key, terms_version, joined_at)
    values (?, 'c1', ?, ?, ?, 'k', 1, 86400000)`
  await own.client.batch([
    { sql: user, args: ['amira', 'Amira H', 'amira@plat.example'] },
    { sql: user, args: ['bertil', 'Bertil Arvtagare', 'bertil@plat.example'] },
    `insert into addresses values ('hemma@plat.example', 'amira', 0)`,
    `insert into sessions (id, user_id, token, user_agent, expires_at, created_at, updated_at) values ('s', 'amira', 'sesame', 'windows edge', 1, 0, 0)`,
    `insert into grants values ('amira', 'author', 0)`,
    `insert into companies (id, name, municipality, sector, size, created_at) values ('c1', 'Siljans Plåt', '2081', 'C', '2-9', 0)`,
    `insert into terms values ('c1', 1, '["granska-svaret"]', 0)`,
    { sql: member, args: ['m1', 'amira', 'owner', 'Amira Haddad'] },
    { sql: member, args: ['m2', 'bertil', 'manager', 'Bertil Arvtagare'] },
    `insert into earlier_shares values ('m1', 'granska-svaret', 0)`,
    `insert into invitations (code, company, created_by, created_at, expires_at) values ('JOINCODE', 'c1', 'amira', 0, 1)`,
    `insert into question_versions values ('v1', 'granska-svaret', 'q1', 'k', '{}', 0)`,
    ...['amira', 'bertil'].map(
      (who) =>
        `insert into answers (learner, id, course, lesson, question, version, chosen, correct, locale, at)
          values ('${who}', 'a-${who}', 'granska-svaret', 'l1', 'q1', 'v1', '[1]', 1, 'sv', 0)`,
    ),
    `insert into status_entries (list, idx) values (1, 7)`,
    `insert into awards (id, learner, badge, course, course_version, attempt, at, day) values ('w1', 'amira', 'b', 'granska-svaret', 'cv', 't', 0, '1970-01-01')`,
    `insert into credentials (award, subject, valid_from, status_list, status_index, json) values ('w1', 'urn:uuid:1', 0, 1, 7, '{"a":1}')`,
    `insert into mails (id, recipient, subject, body, locale, kind, lane, created_at, expires_at, due_at)
      values ('x', 'hemma@plat.example', '', 'Code 271828', 'sv', 'code', 0, 0, 9e12, 0)`,
    {
      sql: `insert into kept_forms (id, who, kind, path, page, fields, at) values ('f', ?, 'name', '/p', '/q', '[["name","Amira Ny"]]', 0)`,
      args: [await pseudonymOf(secret, 'who', 'amira')],
    },
  ])
})

function run(tool: 'export' | 'erase', args: string[], env: Record<string, string> = { SECRET: secret }) {
  const { SECRET: _, ...surroundings } = process.env
  const running = promisify(execFile)(process.execPath, [join(root, `tools/${tool}.ts`), ...args], {
    env: { ...surroundings, LIBSQL_URL: own.url, LIBSQL_AUTH_TOKEN: token, ...env },
  })
  running.child.stdin?.end()
  return running
}

const column = async (sql: string) => (await own.client.execute(sql)).rows.map((row) => row[0])

describe('export', () => {
  test('everything about somebody is one document, found by any address, without a secret or another person in it', async () => {
    const { stdout } = await run('export', ['Hemma@plat.example'])
    const document = JSON.parse(stdout) as Record<string, unknown>
    expect(document).toMatchObject({
      askedFor: 'Hemma@plat.example',
      account: [{ id: 'amira', name: 'Amira H', language: 'en', createdAt: '1970-01-01T00:00:00.000Z' }],
      addresses: [{ email: 'amira@plat.example' }, { email: 'hemma@plat.example' }],
      'devices signed in': [{ device: 'windows edge', usedAt: '1970-01-01T00:00:00.000Z' }],
      'roles granted': [{ role: 'author' }],
      mails: [{ kind: 'code', to: 'hemma@plat.example', isWaiting: true }],
      answers: [{ id: 'a-amira', question: 'q1', questionVersion: 'v1', chosen: [1], correct: true }],
      badges: [{ badge: 'b', day: '1970-01-01' }],
      'badges as signed': [{ badge: 'w1', file: { a: 1 } }],
      companies: [
        { company: 'Siljans Plåt', role: 'owner', nameThere: 'Amira Haddad', coursesShown: ['granska-svaret'] },
      ],
      'earlier courses shown': [{ company: 'Siljans Plåt', course: 'granska-svaret' }],
      'invitations made': [{ company: 'Siljans Plåt', usesLeft: null }],
      'forms sent too late': [{ fields: [['name', 'Amira Ny']] }],
    })
    for (const foreign of ['sesame', '271828', 'JOINCODE', 'ertil']) expect(stdout).not.toContain(foreign)
  })

  test('a row that cannot be read is told as the text that it is', async () => {
    await own.client.execute(`update answers set chosen = '[1,' where learner = 'amira'`)
    const { stdout } = await run('export', ['amira@plat.example'])
    expect(JSON.parse(stdout)).toMatchObject({ answers: [{ chosen: '[1,' }] })
  })

  test('without SECRET the document says what it lacks', async () => {
    const document = JSON.parse((await run('export', ['amira@plat.example'], {})).stdout) as Record<string, object>
    expect(document['left out']).toMatchObject({ 'forms sent too late': expect.stringContaining('SECRET') })
  })

  test('a file is written whole, for its owner alone; nothing is left of one that could not be', async () => {
    const file = join(own.folder, 'amira.json')
    expect((await run('export', ['amira@plat.example', '--out', file])).stdout).toContain('holds everything about')
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ account: [{ id: 'amira' }] })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const failed = run('export', ['nobody@plat.example', '--out', join(own.folder, 'nobody.json')])
    await expect(failed).rejects.toMatchObject({ code: 1, stderr: 'nobody has the address nobody@plat.example\n' })
    expect((await readdir(own.folder)).filter((name) => name.includes('nobody'))).toEqual([])
  })

  test('--help says what it does; what cannot be meant is refused with the usage', async () => {
    expect((await run('export', ['--help'])).stdout).toContain('--out FILE')
    for (const words of [['amira'], ['a@b.example', '--dry']])
      await expect(run('export', words)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('npm run') })
  })
})

describe('erase', () => {
  test('a dry run says how much of what would go, and who takes over, and does nothing', async () => {
    const { stdout } = await run('erase', ['hemma@plat.example', '--dry-run'])
    for (const line of [/ 2 {2}addresses$/m, / 1 {2}answers$/m, / 1 {2}badges$/m, / 1 {2}forms sent too late$/m])
      expect(stdout).toMatch(line)
    expect(stdout).toContain('Bertil Arvtagare becomes the owner of Siljans Plåt')
    expect(stdout).toContain('this was a dry run')
    expect(await column('select id from users order by id')).toEqual(['amira', 'bertil'])
  })

  test('it does what the person’s own erasure does: nothing left, badges revoked, the company handed on, every address told', async () => {
    expect((await run('erase', ['hemma@plat.example', '--yes'])).stdout).toContain('The account is erased')
    expect(await column('select id from users')).toEqual(['bertil'])
    expect(await column('select learner from answers')).toEqual(['bertil'])
    expect(await column('select is_revoked from status_entries')).toEqual([1])
    expect(await column('select role from memberships')).toEqual(['owner'])
    expect(await column('select kind from company_events')).toEqual(['owner-inherited'])
    expect(await column('select created_by from invitations')).toEqual([''])
    expect(await column('select id from kept_forms')).toEqual([])
    expect(await column('select account from erasures')).toEqual(['amira'])
    expect(await column('select recipient from mails order by 1')).toEqual(['amira@plat.example', 'hemma@plat.example'])
    expect(await column('select distinct subject from mails')).toEqual(['Your Navet account is erased'])
    expect(await column('select distinct body from mails')).toEqual([expect.stringContaining('because you asked')])
    expect(await column('select distinct owner from mails')).toEqual([null])
  })

  test('a company that nobody can take over is said to close, before anything is done', async () => {
    await own.client.execute(`update memberships set role = 'member' where id = 'm2'`)
    expect((await run('erase', ['amira@plat.example', '--dry-run'])).stdout).toContain('Siljans Plåt closes in 30 days')
  })

  test('an unknown address is one clear line; with no terminal to ask on, nothing goes without --yes', async () => {
    const unknown = run('erase', ['nobody@plat.example', '--yes'])
    await expect(unknown).rejects.toMatchObject({ code: 1, stderr: 'nobody has the address nobody@plat.example\n' })
    const unasked = run('erase', ['amira@plat.example'])
    await expect(unasked).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('say --yes') })
    await expect(run('erase', ['amira@plat.example', 'b@plat.example', '--yes'])).rejects.toMatchObject({ code: 2 })
    expect((await run('erase', ['--help'])).stdout).toContain('--dry-run')
    expect(await column('select id from users order by id')).toEqual(['amira', 'bertil'])
  })

  test.for([
    ['Amira@plat.example \n', true],
    ['hemma@plat.example\n', false],
    ['yes\n', false],
    ['\n', false],
    ['', false],
  ] as const)('asked on a terminal, %j is %s', async ([typed, isSure]) => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const asked = askAgain('amira@plat.example', { input, output, signal: new AbortController().signal })
    input.end(typed)
    expect(await asked).toBe(isSure)
  })

  test('who stops while asked is told that everything is as it was', async () => {
    const stopped = new AbortController()
    const [input, output] = [new PassThrough(), new PassThrough()]
    const asked = askAgain('amira@plat.example', { input, output, signal: stopped.signal })
    stopped.abort(new Error('stopped'))
    await expect(asked).rejects.toThrow('stopped')
  })
})
