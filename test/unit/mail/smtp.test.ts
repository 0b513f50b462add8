import { afterEach, describe, expect, test } from 'vitest'
import PostalMime from 'postal-mime'

import { throughSmtp } from '../../../tools/mail/smtp-transport.ts'
import { readMailUrl, type SmtpWay } from '../../../worker/mail/mail-way.ts'
import type { OutgoingMail } from '../../../worker/mail/transport.ts'
import { credentials, type MailServer, no, startBreakingLine, startMailServer } from '../../support/mail-server.ts'

const patience = { connect: 10_000, reply: 10_000, whole: 20_000 }
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

async function server(...options: Parameters<typeof startMailServer>): Promise<MailServer> {
  const started = await startMailServer(...options)
  open.push(started)
  return started
}

async function lineTo(...line: Parameters<typeof startBreakingLine>) {
  const started = await startBreakingLine(...line)
  open.push(started)
  return started
}

function wayOf(url: string): SmtpWay {
  const way = readMailUrl(url)
  if (!('kind' in way) || way.kind !== 'smtp') throw new Error('no way of SMTP')
  return way
}

const login = `${credentials.user}:${encodeURIComponent(credentials.password)}`
const plain = (port: number) => wayOf(`smtp://127.0.0.1:${port}?starttls=never`)

function newMail(more: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    id: 'ab12',
    messageId: '<ab12@navet.example>',
    lane: 'codes',
    from: { name: 'Navet i Dalarna', email: 'navet@navet.example' },
    replyTo: 'hjalp@navet.example',
    to: 'amira@siljansplat.example',
    subject: '482193 är din kod till Navet',
    text: '482193 är din kod till Navet.\n\nhttps://navet.example/sv/sign-in/link/0123456789abcdef0123456789abcdef\n',
    html: '<p>482193 är din kod</p>',
    headers: { 'Auto-Submitted': 'auto-generated' },
    at: '2026-11-24T08:00:00.000Z',
    ...more,
  }
}

test('a mail arrives as it was written, in text and in HTML', async () => {
  const { port, taken } = await server()
  expect(await throughSmtp(plain(port), patience).send(newMail())).toEqual({ kind: 'sent' })
  const read = await PostalMime.parse(taken[0]!.raw)
  expect(taken.map(({ to }) => to)).toEqual(['amira@siljansplat.example'])
  expect(read).toMatchObject({
    messageId: '<ab12@navet.example>',
    from: { name: 'Navet i Dalarna', address: 'navet@navet.example' },
    replyTo: [{ address: 'hjalp@navet.example' }],
    subject: '482193 är din kod till Navet',
    date: '2026-11-24T08:00:00.000Z',
  })
  expect(read.text).toContain('/sv/sign-in/link/0123456789abcdef0123456789abcdef\n')
  expect(read.html).toContain('<p>482193 är din kod</p>')
  expect(read.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }))
})

test('an address that looks like a list of them is one address, and reaches nobody else', async () => {
  const { port, taken } = await server()
  await throughSmtp(plain(port), patience).send(newMail({ to: 'a@b.example,c@d.example' }))
  expect(taken.map(({ to }) => to)).not.toContain('c@d.example')
})

describe('what is safe', () => {
  test('beyond this machine a server that offers no TLS is told nothing, not even who we are', async () => {
    const { port, taken } = await server({ hideSTARTTLS: true, allowInsecureAuth: true })
    const way = { ...wayOf(`smtp://${login}@127.0.0.1:${port}`), starttls: 'required' } as const
    expect(await throughSmtp(way, patience).send(newMail())).toEqual({ kind: 'later', reason: 'tls' })
    expect(taken).toEqual([])
  })

  test.each(['smtp', 'smtps'])('with %s, a certificate that nobody trusts is none', async (scheme) => {
    const { port, taken } = await server({ secure: scheme === 'smtps' })
    const way = { ...wayOf(`${scheme}://127.0.0.1:${port}`), starttls: 'required' } as const
    expect(await throughSmtp(way, patience).send(newMail())).toEqual({ kind: 'later', reason: 'tls' })
    expect(taken).toEqual([])
  })

  test('a wrong password waits for the operator, and takes nothing from the mail', async () => {
    const { port, taken } = await server({ authOptional: false, allowInsecureAuth: true, hideSTARTTLS: true })
    const way = (password: string) => wayOf(`smtp://navet:${password}@127.0.0.1:${port}`)
    expect(await throughSmtp(way('wrong'), patience).send(newMail())).toEqual({ kind: 'later', reason: 'auth' })
    const right = way(encodeURIComponent(credentials.password))
    expect(await throughSmtp(right, patience).send(newMail())).toEqual({ kind: 'sent' })
    expect(taken.map(({ user }) => user)).toEqual(['navet'])
  })
})

/** How a server may refuse, and what that means for the mail. */
const refusals = [
  ['the recipient: greylisted', 'onRcptTo', no(450, '4.2.0 Greylisted, come again'), 'later', 'deferred'],
  ['the recipient: no such mailbox', 'onRcptTo', no(550, '5.1.1 No such user'), 'refused', 'mailbox'],
  [
    'the recipient: no such mailbox, at a host of TLS',
    'onRcptTo',
    no(550, '5.1.1 <kim@ssl.example> STARTTLS'),
    'refused',
    'mailbox',
  ],
  ['the recipient: no such mailbox, in old words', 'onRcptTo', no(550, 'No such user here'), 'refused', 'mailbox'],
  ['the recipient: mailbox closed', 'onRcptTo', no(550, '5.2.1 Mailbox disabled'), 'refused', 'mailbox'],
  ['the recipient: mailbox full', 'onRcptTo', no(552, '5.2.2 Mailbox full'), 'later', 'deferred'],
  ['the recipient: it sends for others', 'onRcptTo', no(554, '5.7.1 Relay access denied'), 'later', 'sender'],
  ['the sender', 'onMailFrom', no(553, '5.7.1 Sender not owned by user'), 'later', 'sender'],
  ['the sender for now', 'onMailFrom', no(451, '4.3.0 Try later'), 'later', 'deferred'],
  ['the connection for now', 'onConnect', no(421, '4.7.0 Too many connections'), 'later', 'deferred'],
] as const

test.each(refusals)('a server that refuses %s', async (_name, hook, error, kind, reason) => {
  const { port, taken } = await server({
    [hook]: (...rest: unknown[]) => (rest.at(-1) as (error: Error) => void)(error),
  })
  expect(await throughSmtp(plain(port), patience).send(newMail())).toEqual({ kind, reason })
  expect(taken).toEqual([])
})

test.each([
  [no(554, '5.6.0 We do not like what it says'), 'refused', 'content'],
  [no(452, '4.3.1 Disk full'), 'later', 'deferred'],
])('a server that has read the mail and says %s', async (error, kind, reason) => {
  const { port } = await server({
    onData: (stream, _session, done) => void stream.resume().once('end', () => done(error)),
  })
  expect(await throughSmtp(plain(port), patience).send(newMail())).toEqual({ kind, reason })
})

test('a server that takes its time is waited for; one that never says anything is not', async () => {
  let say = () => {}
  const slow = await server({
    onMailFrom(_address, _session, done) {
      say = () => done()
      setTimeout(say, 300)
    },
  })
  expect(await throughSmtp(plain(slow.port), patience).send(newMail())).toEqual({ kind: 'sent' })

  const silent = await server({ onRcptTo: () => undefined })
  const short = { ...patience, reply: 200 }
  expect(await throughSmtp(plain(silent.port), short).send(newMail())).toEqual({ kind: 'later', reason: 'timeout' })
})

test('nobody at home is "later"', async () => {
  const gone = await startMailServer()
  await gone.close()
  expect(await throughSmtp(plain(gone.port), patience).send(newMail())).toEqual({ kind: 'later', reason: 'connection' })
})

describe('a line that breaks', () => {
  const send = async (port: number) => throughSmtp(plain(port), patience).send(newMail())

  test.each([
    ['before the server has greeted', ({ server }: { server: string }) => server.startsWith('220')],
    ['at the recipient', ({ client }: { client: string }) => client.includes('RCPT TO')],
    ['in the middle of the mail', ({ client }: { client: string }) => client.includes('Message-ID')],
  ])('%s: the mail comes once, at the next try', async (_name, when) => {
    const office = await server()
    const { port } = await lineTo(office.port, { when })
    expect(await send(port)).toMatchObject({ kind: 'later' })
    expect(office.taken).toEqual([])
    expect(await send(port)).toEqual({ kind: 'sent' })
    expect(office.taken).toHaveLength(1)
  })

  test('after the server said yes and before we heard it: the mail comes twice, with one Message-ID', async () => {
    const office = await server()
    const { port } = await lineTo(office.port, { when: ({ server }) => server.includes('queued') })
    expect(await send(port)).toEqual({ kind: 'later', reason: 'connection' })
    expect(office.taken).toHaveLength(1)
    expect(await send(port)).toEqual({ kind: 'sent' })
    const read = await Promise.all(office.taken.map(({ raw }) => PostalMime.parse(raw)))
    expect(read.map(({ messageId }) => messageId)).toEqual(['<ab12@navet.example>', '<ab12@navet.example>'])
  })
})
