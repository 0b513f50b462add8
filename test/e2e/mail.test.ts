import PostalMime from 'postal-mime'
import { expect, onTestFinished, test } from 'vitest'

import { credentials, no, startMailServer } from '../support/mail-server.ts'
import { allEnd, answers, exits, familyOf, kill, memberOf, ownPlace, start } from '../support/processes.ts'

const patience = { timeout: 150_000, interval: 100 }

async function askForCode(url: string, email: string): Promise<number> {
  const body = new URLSearchParams({ email })
  return (await fetch(`${url}/sv/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { origin: url } }))
    .status
}

test('npm start sends codes through a mail server, after greylisting and after its relay died, and tells no log of them', async () => {
  const seen = new Set<string>()
  const server = await startMailServer({
    authOptional: false,
    onRcptTo({ address }, _session, done) {
      const isNew = address.startsWith('grey') && !seen.has(address)
      seen.add(address)
      done(isNew ? no(450, '4.2.0 Greylisted') : null)
    },
  })
  onTestFinished(() => server.close())
  const { env, url } = await ownPlace()
  const login = `${credentials.user}:${encodeURIComponent(credentials.password)}`
  const MAIL_URL = `smtp://${login}@127.0.0.1:${server.port}`
  const started = start({ ...env, DEMO: '0', MAIL_URL, MAIL_FROM: 'Navet <navet@navet.example>' })
  await answers(url)
  await expect.poll(() => started.output(), patience).toContain(`Mails go out by smtp://127.0.0.1:${server.port}\n`)

  expect(await askForCode(url, 'amira@siljansplat.example')).toBe(303)
  await expect.poll(() => server.taken.length, patience).toBe(1)
  const [first] = server.taken
  expect(first).toMatchObject({ to: 'amira@siljansplat.example', secure: true, user: credentials.user })
  const read = await PostalMime.parse(first!.raw)
  const [, code = ''] = /^(\d{6}) är din kod till Navet$/.exec(read.subject!)!
  expect(read.text).toMatch(new RegExp(`^${code} är din kod till Navet\\.\n`))
  expect(read.html).toContain(code)

  const relay = memberOf(started.child.pid!, 'tools/mail/main.ts')!
  kill(relay.pid, 'SIGKILL')
  await expect.poll(() => started.output(), patience).toContain('the mail relay was started again')
  expect(await askForCode(url, 'grey-bo@siljansplat.example')).toBe(303)
  await expect.poll(() => server.taken.map(({ to }) => to), patience).toContain('grey-bo@siljansplat.example')

  expect(started.output()).toContain('"level":"warn","event":"mails-not-taken","reason":"deferred","count":1')
  for (const secret of [code, 'siljansplat', credentials.password, encodeURIComponent(credentials.password)])
    expect(started.output()).not.toContain(secret)

  const family = familyOf(started.child.pid!).map(({ pid }) => pid)
  started.child.kill('SIGKILL')
  await allEnd(family)
})

test.each([
  [{ MAIL_URL: 'pigeon://user:hemligt@coop.example' }, /MAIL_URL begins with what Navet cannot send through/],
  [{ MAIL_URL: 'smtp://user:hemligt@mail.example' }, /MAIL_URL needs MAIL_FROM/],
  [{ MAIL_URL: 'smtps://mail.example', MAIL_FROM: 'nobody' }, /MAIL_FROM is no address/],
])(
  'a setting of mail that cannot be is said before anything is made, without what is secret in it',
  async (mail, said) => {
    const { env } = await ownPlace()
    const { code, lines } = await exits(start({ ...env, DEMO: '0', ...mail }))
    expect(code).toBe(1)
    expect(lines.join(' ')).toMatch(said)
    expect(lines.join(' ')).not.toContain('hemligt')
  },
)
