import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { afterEach, expect, test } from 'vitest'

import { type Relay, startRelay } from '../../../tools/mail/relay.ts'
import { throughSmtp } from '../../../tools/mail/smtp-transport.ts'
import type { OutgoingMail, Outcome } from '../../../worker/mail/transport.ts'
import { certificateFile, credentials, type MailServer, no, startMailServer } from '../../support/mail-server.ts'

const secret = 'for tests'
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

interface Office {
  server: MailServer
  relay: Relay
}

async function office(
  options: Parameters<typeof startMailServer>[0] = {},
  { login, ...patience }: { login?: { user: string; password: string }; wait?: number; pause?: number } = {},
): Promise<Office> {
  const server = await startMailServer({ hideSTARTTLS: true, allowInsecureAuth: true, ...options })
  const transport = throughSmtp({
    kind: 'smtp',
    host: '127.0.0.1',
    port: server.port,
    secure: false,
    starttls: 'never',
    login,
  })
  const relay = await startRelay({ transport, secret, ...patience })
  open.push(server, relay)
  return { server, relay }
}

let number = 0
function newMail(lane: OutgoingMail['lane'], more: Partial<OutgoingMail> = {}): OutgoingMail {
  number += 1
  return {
    id: `mail${number}`,
    messageId: `<mail${number}@navet.example>`,
    lane,
    from: { name: 'Navet', email: 'navet@navet.example' },
    to: `${lane}-${number}@siljansplat.example`,
    subject: 'Hej',
    text: 'Hej',
    html: '<p>Hej</p>',
    headers: {},
    at: '2026-11-24T08:00:00.000Z',
    ...more,
  }
}

function ask(relay: Relay, mail: unknown, { bearer = secret, signal }: { bearer?: string; signal?: AbortSignal } = {}) {
  return fetch(relay.url, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}` },
    body: JSON.stringify(mail),
    signal: signal ?? null,
  })
}

async function carry(relay: Relay, mail: OutgoingMail): Promise<Outcome> {
  return (await ask(relay, mail)).json() as Promise<Outcome>
}

test('only who has the secret sends, and only mails', async () => {
  const { server, relay } = await office()
  expect((await ask(relay, newMail('codes'), { bearer: 'guessed' })).status).toBe(401)
  expect((await ask(relay, { to: 'a@b.example' })).status).toBe(400)
  expect(server.connections).toBe(0)
  expect(await carry(relay, newMail('codes'))).toEqual({ kind: 'sent' })
})

test('a code leaves while every letter hangs', async () => {
  const hanging: (() => void)[] = []
  let begun = () => {}
  const bothBegun = new Promise<void>((resolve) => (begun = resolve))
  const { server, relay } = await office({
    onRcptTo({ address }, _session, done) {
      if (!address.startsWith('letters')) return done()
      if (hanging.push(done) === 2) begun()
    },
  })
  const letters = Array.from({ length: 30 }, () => carry(relay, newMail('letters')))
  await bothBegun
  expect(await carry(relay, newMail('codes'))).toEqual({ kind: 'sent' })
  expect(await carry(relay, newMail('notices'))).toEqual({ kind: 'sent' })
  expect(server.taken.map(({ to }) => to.split('-')[0])).toEqual(['codes', 'notices'])
  expect(server.connections).toBe(4)

  const goOn = setInterval(() => hanging.splice(0).forEach((done) => done()), 5)
  expect(await Promise.all(letters)).toEqual(letters.map(() => ({ kind: 'sent' })))
  clearInterval(goOn)
})

test('whoever asks again for the same mail, meanwhile or afterwards, is told what became of it', async () => {
  const { server, relay } = await office()
  const mail = newMail('codes')
  expect(await Promise.all([carry(relay, mail), carry(relay, mail)])).toEqual([{ kind: 'sent' }, { kind: 'sent' }])
  expect(await carry(relay, mail)).toEqual({ kind: 'sent' })
  expect(server.taken).toHaveLength(1)
})

test('a mail whose turn does not come is not begun', async () => {
  const hanging: (() => void)[] = []
  const { server, relay } = await office(
    { onRcptTo: (_address, _session, done) => void hanging.push(done) },
    { wait: 50 },
  )
  const first = [carry(relay, newMail('letters')), carry(relay, newMail('letters'))]
  await expect.poll(() => hanging.length).toBe(2)
  expect(await carry(relay, newMail('letters'))).toEqual({ kind: 'later', reason: 'busy' })
  expect(server.connections).toBe(2)
  for (const done of hanging) done()
  expect(await Promise.all(first)).toEqual([{ kind: 'sent' }, { kind: 'sent' }])
})

test('a mail that nobody waits for any more is not begun', async () => {
  const waiting: (() => void)[] = []
  const { server, relay } = await office({ onRcptTo: (_address, _session, done) => void waiting.push(done) })
  const first = [carry(relay, newMail('letters')), carry(relay, newMail('letters'))]
  await expect.poll(() => waiting.length).toBe(2)
  const gone = new AbortController()
  const leaving = ask(relay, newMail('letters'), { signal: gone.signal }).catch(() => 'left')
  // The relay has it in line once it has answered somebody who came later.
  await ask(relay, newMail('letters'), { bearer: 'guessed' })
  gone.abort()
  expect(await leaving).toBe('left')
  await expect.poll(() => (waiting.splice(0).forEach((done) => done()), server.taken.length)).toBe(2)
  await Promise.all(first)
  expect(server.connections).toBe(2)
})

test('while the password is wrong only codes knock: servers shut out whoever guesses too often', async () => {
  const login = { user: credentials.user, password: 'wrong' }
  const { server, relay } = await office({ authOptional: false }, { login })
  expect(await carry(relay, newMail('letters'))).toEqual({ kind: 'later', reason: 'auth' })
  const before = server.connections
  for (const lane of ['letters', 'notices'] as const)
    expect(await carry(relay, newMail(lane))).toEqual({ kind: 'later', reason: 'auth' })
  expect(server.connections).toBe(before)
  expect(await carry(relay, newMail('codes'))).toEqual({ kind: 'later', reason: 'auth' })
  expect(server.connections).toBe(before + 1)
})

test('a server that asks to come again stops nobody else', async () => {
  const { relay } = await office({
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('letters') ? no(450, '4.2.0 Greylisted') : null),
  })
  expect(await carry(relay, newMail('letters'))).toEqual({ kind: 'later', reason: 'deferred' })
  expect(await carry(relay, newMail('notices'))).toEqual({ kind: 'sent' })
})

const program = join(import.meta.dirname, '../../../tools/mail/main.ts')

function start(env: Record<string, string>) {
  return spawn(process.execPath, [program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...env },
  })
}

test.each(['smtp', 'smtps'])('as a process, with %s, a password and a trusted certificate', async (scheme) => {
  const server = await startMailServer({ secure: scheme === 'smtps', authOptional: false })
  open.push(server)
  const login = `${credentials.user}:${encodeURIComponent(credentials.password)}`
  const child = start({
    MAIL_URL: `${scheme}://${login}@localhost:${server.port}?starttls=required`,
    MAIL_RELAY_SECRET: secret,
    NODE_EXTRA_CA_CERTS: certificateFile,
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const url = /listening (\S+)/.exec(String(line))![1]!
  expect(await carry({ url, close: async () => undefined }, newMail('codes'))).toEqual({ kind: 'sent' })
  expect(server.taken).toMatchObject([{ secure: true, user: credentials.user }])
  const ended = once(child, 'exit')
  // However whoever started it has gone.
  child.stdin.destroy()
  expect(await ended).toEqual([0, null])
})

test('as a process, it says in one line what is wrong, and never the password', async () => {
  const child = start({ MAIL_URL: 'pigeon://user:hemligt@coop.example', MAIL_RELAY_SECRET: secret })
  const said: string[] = []
  child.stderr.on('data', (chunk) => said.push(String(chunk)))
  expect(await once(child, 'close')).toEqual([1, null])
  expect(said.join('')).toBe(
    'MAIL_URL begins with what Navet cannot send through: outbox:, smtp://…, smtps://…, https://… or scaleway://…\n',
  )
})
