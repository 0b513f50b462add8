import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createClient } from '@libsql/client/web'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { loadCatalogue } from '../../../../tools/authoring/compile/load-catalogue.ts'
import { prepareDatabase } from '../../../../tools/database/prepare-database.ts'
import { startDatabase } from '../../../../tools/start/database-process.ts'
import { en, fixtureFolder, sv } from '../courses.ts'
import { runIn } from '../run-command.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navet-affected-'))
  await cp(fixtureFolder, join(folder, 'courses'), { recursive: true })
  git('init', '--quiet', '--initial-branch', 'main')
  commit('first')
})

afterEach(() => rm(folder, { recursive: true }))

function git(...args: string[]): string {
  const person = ['-c', 'user.name=A', '-c', 'user.email=a@a.example', '-c', 'commit.gpgsign=false']
  return execFileSync('git', ['-C', folder, ...person, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

function commit(message: string): void {
  git('add', '--all')
  git('commit', '--quiet', '--message', message)
}

const affected = (args: string[], env?: Record<string, string>) => runIn(folder, 'affected/main.ts', args, env)

async function spoil(path: string, from: string, to: string): Promise<void> {
  const file = join(folder, 'courses', path)
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(from, to))
}

test('courses as they were change nothing for anybody', async () => {
  expect(await affected(['--base', 'HEAD'])).toEqual({
    code: 0,
    out: '',
    err: 'nothing changes for anybody: no id, no key and no order was touched\n',
  })
})

test('what was not committed yet counts, and the work tree stays as it is', async () => {
  await rm(join(folder, 'courses', sv))
  await rm(join(folder, 'courses', en))
  const before = git('status', '--porcelain')
  const { code, out, err } = await affected(['--base', 'HEAD'])

  expect(code).toBe(1)
  expect(out).toMatch(
    /^granska-svaret\n  courses\/granska-svaret\/course\.yml:\d+ error lesson three-questions is gone/,
  )
  expect(err).toBe('1 thing to mend before this can go live\n')
  expect(git('status', '--porcelain')).toBe(before)
})

test('a base that does not compile today is compared, with one line about it', async () => {
  await spoil(sv, 'minutes: 6', 'minutes: six')
  commit('broken')
  await spoil(sv, 'minutes: six', 'minutes: 6')

  expect(await affected(['--base', 'HEAD'])).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringMatching(/^HEAD does not pass today's checks; its problems are passed over\nnothing changes/),
  })
})

test('what others added after this branch left is not taken for something removed here', async () => {
  git('checkout', '--quiet', '-b', 'mine')
  await spoil(sv, 'Den kan du slipa på sist.', 'Slipa på den sist.')
  commit('mine')
  git('checkout', '--quiet', 'main')
  await spoil('granska-svaret/course.yml', 'retired: []', 'retired: [something]')
  commit('theirs')
  git('checkout', '--quiet', 'mine')
  const { code, out, err } = await affected(['--base', 'main'])

  expect(code).toBe(0)
  expect(out).toContain('only words changed in question nuts-promise; this bothers nobody')
  expect(err).toMatch(/^compared with [0-9a-f]{8}, where this branch left main\n/)
})

test('a folder that was not there at the base is all new', async () => {
  await cp(fixtureFolder, join(folder, 'more'), { recursive: true })
  const { code, out } = await affected(['more', '--base', 'HEAD', '--format', 'json'])

  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    base: git('rev-parse', 'HEAD').trim(),
    courses: [
      {
        course: 'granska-svaret',
        version: { before: null },
        learners: null,
        effects: [{ kind: 'course-added', severity: 'notice', path: 'more/granska-svaret/course.yml', line: 1 }],
      },
    ],
  })
})

test('GitHub gets an annotation beside the line', async () => {
  await spoil(sv, 'id: nuts-promise', 'id: nut-promise')
  await spoil(en, 'id: nuts-promise', 'id: nut-promise')
  const [first] = (await affected(['--base', 'HEAD', '--format', 'github'])).out.split('\n')

  expect(first).toMatch(
    /^::error file=courses\/granska-svaret\/sv\/02-tre-fragor\.md,line=\d+,title=What happens to learners::question nuts-promise of lesson three-questions is gone/,
  )
})

test('wrong use is one line and ends with 2', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'navet-no-git-'))
  await mkdir(join(outside, 'courses'))
  const wrong = [
    await affected([]),
    await affected(['--base', 'nowhere']),
    await affected(['--base', '--all']),
    await affected(['--base', 'HEAD', '--format', 'xml']),
    await affected(['--base', 'HEAD', '--fromat', 'json']),
    await affected(['--base', 'HEAD', 'courses', 'more']),
    await runIn(outside, 'affected/main.ts', ['--base', 'HEAD'], { GIT_CEILING_DIRECTORIES: tmpdir() }),
  ]
  await rm(outside, { recursive: true })

  for (const { code, out, err } of wrong) {
    expect({ code, out, lines: err.split('\n').length }).toEqual({ code: 2, out: '', lines: 2 })
    expect(err).not.toMatch(/at .*\.ts:/)
  }
  expect(wrong[1]!.err).toContain('git does not know the revision nowhere; is it fetched?')
})

test('a courses folder that is not there is named and ends with 1', async () => {
  expect(await affected(['nowhere', '--base', 'HEAD'])).toEqual({
    code: 1,
    out: '',
    err: 'the courses folder nowhere cannot be read\n',
  })
})

test('with a database the learners of a course that is touched are counted, and not named', async () => {
  const database = await startDatabase(join(folder, 'navet.db'))
  await prepareDatabase(database.url, database.token, await loadCatalogue(fixtureFolder))
  const client = createClient({ url: database.url, authToken: database.token })
  await client.batch(
    ['a', 'b', 'c'].flatMap((id) => [
      `insert into users (id, name, email, created_at, updated_at) values ('${id}', 'Secret', '${id}@b.example', 0, 0)`,
      `insert into course_starts (learner, course, at, last_at) values ('${id}', 'granska-svaret', 0, 0)`,
    ]),
  )
  await client.execute(
    `insert into course_completions (learner, course, version, at, day) values ('a', 'granska-svaret', 'v', 0, '2026-01-01')`,
  )
  await client.execute(
    `insert into awards (id, learner, badge, course, course_version, attempt, at, day)
      values ('x', 'a', 'ai-granskare', 'granska-svaret', 'v', 't', 0, '2026-01-01')`,
  )
  client.close()
  await spoil(sv, 'Den kan du slipa på sist.', 'Slipa på den sist.')
  const there = await affected(['--base', 'HEAD'], { LIBSQL_URL: database.url, LIBSQL_AUTH_TOKEN: database.token })
  const refused = await affected(['--base', 'HEAD'], { LIBSQL_URL: database.url, LIBSQL_AUTH_TOKEN: 'wrong' })
  await database.stop()
  const embedded = await affected(['--base', 'HEAD', '--format', 'json'], { DATA_DIR: folder })

  expect(there.out).toContain('granska-svaret: learners: 2 under way, 1 completed, 1 with the badge\n')
  expect(JSON.parse(embedded.out).courses[0].learners).toEqual({ underWay: 2, completed: 1, badge: 1, reached: 0 })
  expect(refused).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^the learners cannot be counted: .+\n$/),
  })
  expect(there.out + embedded.out).not.toMatch(/Secret|b\.example/)
})

test('whoever lacked only what is retired now is counted, and so is who holds all that a shortened path asks for', async () => {
  const database = await startDatabase(join(folder, 'navet.db'))
  await prepareDatabase(database.url, database.token, await loadCatalogue(fixtureFolder))
  const client = createClient({ url: database.url, authToken: database.token })
  await client.batch(
    ['a', 'b', 'c'].flatMap((id) => [
      `insert into users (id, name, email, created_at, updated_at) values ('${id}', 'Secret', '${id}@b.example', 0, 0)`,
      `insert into course_starts (learner, course, at, last_at) values ('${id}', 'granska-svaret', 0, 0)`,
    ]),
  )
  await client.batch([
    `insert into lesson_completions values ('a', 'granska-svaret', 'why-wrong-sounds-right', 'v', 0)`,
    `insert into lesson_completions values ('b', 'granska-svaret', 'three-questions', 'v', 0)`,
    `insert into awards (id, learner, badge, course, course_version, attempt, at, day)
      values ('x', 'b', 'ai-granskare', 'granska-svaret', 'v', 't', 0, '2026-01-01')`,
  ])
  client.close()
  const questions = [...(await readFile(join(folder, 'courses', sv), 'utf8')).matchAll(/id: ([\w-]+), /g)]
  await rm(join(folder, 'courses', sv))
  await rm(join(folder, 'courses', en))
  const retired = ['three-questions', ...questions.map(([, id]) => id)].join(', ')
  await spoil('granska-svaret/course.yml', 'retired: []', `retired: [${retired}]`)
  await spoil('paths.yml', ', { one_of: [later, much-later] }', '')
  const { out } = await affected(['--base', 'HEAD'], { LIBSQL_URL: database.url, LIBSQL_AUTH_TOKEN: database.token })
  await database.stop()

  expect(out).toContain('granska-svaret: learners: 3 under way, 0 completed, 1 with the badge; 1 done by this change\n')
  expect(out).toContain('path:employee: learners: 0 under way, 0 completed, 0 with the badge; 1 done by this change\n')
  expect(out).toContain('courses/paths.yml:1 notice path employee asks for other courses')
})
