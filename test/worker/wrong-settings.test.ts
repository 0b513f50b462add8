import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { scheduled } from '../../worker/scheduled.ts'
import { bindings, Browser } from '../support/worker.ts'

const secret = 'hemligt-4711-ord'
let lines: string[] = []
beforeEach(() => {
  lines = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => vi.restoreAllMocks())

const former = JSON.stringify([{ secret, replaced: 'yesterday' }])

test.for([
  ['SECRETS_BEFORE', secret, 'SECRETS_BEFORE: not JSON'],
  ['SECRETS_BEFORE', former, 'SECRETS_BEFORE.0.secret: Too small: expected string to have >=32 characters'],
  ['SECRETS_BEFORE', former, 'SECRETS_BEFORE.0.replaced: Invalid ISO datetime'],
  [
    'SECRETS_BEFORE',
    JSON.stringify({ [secret]: secret }),
    'SECRETS_BEFORE: Invalid input: expected array, received object',
  ],
  ['SECRET', secret, 'SECRET: SECRET must be at least 32 characters'],
  ['SECRET', undefined, 'SECRET: Invalid input: expected string, received undefined'],
  ['SIGNING_KEYS', secret, 'SIGNING_KEYS: not JSON'],
  [
    'SIGNING_KEYS',
    JSON.stringify({ keys: [{ id: secret, [secret]: secret }] }),
    'SIGNING_KEYS.keys.0.id: Invalid string',
  ],
  ['LIBSQL_URL', secret, 'LIBSQL_URL: Invalid URL'],
  ['LIBSQL_AUTH_TOKEN', { secret }, 'LIBSQL_AUTH_TOKEN: Invalid input: expected string, received object'],
  ['LIBSQL_WRITERS', secret, 'LIBSQL_WRITERS: Invalid input: expected number, received NaN'],
  ['BASE_URL', `https://kim:${secret}@navet.example`, 'BASE_URL: no user or password belongs in it'],
  ['MAIL_URL', secret, 'MAIL_URL: MAIL_URL has no scheme'],
  ['MAIL_URL', `${secret}:x`, 'MAIL_URL: MAIL_URL begins with what Navet cannot send through'],
  ['MAIL_URL', `${secret}://x y`, 'MAIL_URL: MAIL_URL begins with what Navet cannot send through'],
  ['MAIL_URL', `smtp://x y:${secret}`, 'MAIL_URL: MAIL_URL begins with smtp: and is no URL after that'],
  ['MAIL_URL', `smtp://kim:${secret}%ZZ@mail.example`, 'MAIL_URL: MAIL_URL has a user or password'],
  ['MAIL_URL', `https://kim:${secret}@mail.example`, 'MAIL_URL: MAIL_URL holds a password'],
  ['MAIL_FROM', secret, 'MAIL_FROM: MAIL_FROM is no address'],
  ['MAIL_EVENTS_TOKEN', secret, 'MAIL_EVENTS_TOKEN: MAIL_EVENTS_TOKEN must be at least 32 characters'],
  ['METRICS_TOKEN', secret, 'METRICS_TOKEN: METRICS_TOKEN must be at least 32 characters'],
  ['CONTACT_EMAIL', secret, 'CONTACT_EMAIL: Invalid email address'],
  ['PAPERS_READ', secret, 'PAPERS_READ: Invalid ISO date'],
  ['TRUSTED_ISSUERS', secret, 'TRUSTED_ISSUERS: DIDs with spaces between'],
  ['DEPLOYMENT', secret.repeat(3), 'DEPLOYMENT: Too big'],
  ['DEMO', secret, 'DEMO: Invalid option: expected one of "0"|"1"'],
  ['TRUSTED_PROXY', secret, 'TRUSTED_PROXY: Invalid input: expected number, received NaN'],
] as const)('the log says that %s is wrong and why, and not what it is', async ([name, value, why]) => {
  const env = bindings({ [name]: value })
  const page = await new Browser(env).get('/sv')
  expect([page.status, page.text.includes(secret)]).toEqual([500, false])
  const bug = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ event }) => event === 'bug')
  expect(bug).toMatchObject({ level: 'error', class: 'WrongSettings' })
  expect(bug!.settings).toContainEqual(expect.stringContaining(why))
  expect(lines.join('\n')).not.toContain(secret)

  const said = await scheduled({ cron: '* * * * *' }, env).then(
    () => 'it ran',
    (error: unknown) => String(error),
  )
  expect(said).toMatch(/^WrongSettings: settings: /)
  expect(said).not.toContain(secret)
})

test('settings that are wrong together are told by their names', async () => {
  await new Browser(bindings({ MAIL_URL: 'scaleway://fr-par/01234567-0123-0123-0123-0123456789ab' })).get('/sv')
  const settings = lines.flatMap((line) => (JSON.parse(line) as { settings?: string[] }).settings ?? [])
  expect(settings).toContain('MAIL_URL needs MAIL_FROM: the address that mails are from')
})
