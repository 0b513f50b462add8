import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

const checklist = readFileSync(join(import.meta.dirname, '../../../docs/deploy.md'), 'utf8')

test('the settings that the checklist shows mean to a shell what they say', () => {
  const [, settings = ''] = /```sh\n( +LIBSQL_URL=[^]*?)```/.exec(checklist) ?? []
  const [, before = ''] = /`(SECRETS_BEFORE=.*?)`/.exec(checklist) ?? []
  const told = execFileSync('sh', ['-c', `set -ae; eval "$0"; printenv`, `${settings}\n${before}`], {
    encoding: 'utf8',
  })
  const lines = [
    'CONTROLLER_NAME=Dalarna Science Park',
    'SUPPLIERS=Cloudflare (servrar), Turso (databas), Scaleway (mejl)',
    'MAIL_FROM=Navet <navet@example.se>',
    'SECRETS_BEFORE=[{"secret":"…"}]',
  ]
  expect(told.split('\n')).toEqual(expect.arrayContaining(lines))
})
