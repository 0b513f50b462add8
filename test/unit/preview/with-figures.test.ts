import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { createClient } from '@libsql/client/http'
import { expect, onTestFinished, test, vi } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { catalogueOf } from '../../../tools/authoring/compile/load-catalogue.ts'
import { readCourses } from '../../../tools/authoring/files/read-courses.ts'
import { prepareDatabase } from '../../../tools/database/prepare-database.ts'
import { startLibsqlServer } from '../../../tools/libsql/server.ts'
import { previewPage } from '../../../tools/preview/page-preview.ts'
import { withFigures } from '../../../tools/preview/with-figures.ts'

const token = 'preview'
const now = compileCourses(await readCourses(resolve('courses'), ''), 'courses')
const page = previewPage(now, '/sv/courses/granska-svaret/three-questions', () => '\n'.repeat(200))

function tell(settings: Record<string, string>): void {
  vi.stubEnv('NAVET_DEV_VARS', JSON.stringify(settings))
  onTestFinished(() => void vi.unstubAllEnvs())
}

test('the panel says how a question does, beside the question, and nothing where nobody has answered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'navet-figures-'))
  const server = await startLibsqlServer({ file: join(folder, 'navet.db'), token })
  onTestFinished(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })
  await prepareDatabase(server.url, token, catalogueOf(now))
  const question = now.courses
    .flatMap((course) => course.lessons)
    .flatMap((lesson) => lesson.questions)
    .find(({ id }) => id === 'nuts-promise')!
  const client = createClient({ url: server.url, authToken: token })
  await client.batch([
    `insert into users (id, name, email, email_verified, created_at, updated_at) values ('l', '', 'l@x.example', 1, 0, 0)`,
    {
      sql: `insert into answers (learner, id, course, lesson, question, version, chosen, correct, locale, at)
        values ('l', 'a', 'granska-svaret', 'three-questions', ?, ?, '[1]', 1, 'sv', 1)`,
      args: [question.id, question.version],
    },
  ])
  client.close()
  tell({ LIBSQL_URL: server.url, LIBSQL_AUTH_TOKEN: token })

  const { questions } = await withFigures(page, now)
  expect(questions.find(({ id }) => id === 'nuts-promise')?.figures).toBe('n 1  p from 30  r from 50')
  expect(questions.filter(({ figures }) => figures !== undefined)).toHaveLength(1)
})

test('without a database the panel is there all the same, and the terminal says why', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  tell({ LIBSQL_URL: 'http://127.0.0.1:9', LIBSQL_AUTH_TOKEN: token })
  expect(await withFigures(page, now)).toEqual(page)
  expect(told).toHaveBeenCalledWith(expect.stringContaining('no statistics in the panel'))
})
