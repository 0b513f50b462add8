import { expect, test } from 'vitest'

import { runTool } from '../../support/run-tool.ts'

const whole = {
  LIBSQL_URL: 'libsql://navet.example',
  LIBSQL_AUTH_TOKEN: 'a-token',
  BASE_URL: 'https://navet.example',
  CONTROLLER_NAME: 'Dalarna Science Park',
  CONTACT_EMAIL: 'data@navet.example',
  MAIL_URL: '',
  COURSES_PRIVATE: '',
}

test.each<[string, Record<string, string>, RegExp]>([
  ['no database', { LIBSQL_URL: '' }, /^set LIBSQL_URL/],
  ['an address without https', { BASE_URL: 'http://navet.example' }, /^set LIBSQL_URL.*BASE_URL \(https/],
  ['a token in the address', { LIBSQL_URL: 'libsql://navet.example?authToken=x' }, /^LIBSQL_URL holds a token/],
  ['a password in the address', { LIBSQL_URL: 'https://a:b@navet.example' }, /^LIBSQL_URL holds a token/],
  ['a mail server', { MAIL_URL: 'smtp://mail.example' }, /^MAIL_URL smtp:\/\//],
  ['nobody who answers for data', { CONTACT_EMAIL: '' }, /^set CONTROLLER_NAME and CONTACT_EMAIL/],
  ['so many writers', { LIBSQL_WRITERS: 'many' }, /^settings: [^]*LIBSQL_WRITERS/],
  ['private courses nowhere', { COURSES_PRIVATE: '/nowhere/at/all' }, /^COURSES_PRIVATE is no folder/],
])('a dry run says what a deploy would say of %s', async (_, wrong, reason) => {
  const { code, said } = await runTool({ ...whole, ...wrong }, 'deploy.ts', '--dry-run')
  expect(said).toMatch(reason)
  expect(code).toBe(1)
})
