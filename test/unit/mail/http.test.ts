import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

import { onTestFinished, expect, test } from 'vitest'

import { throughHttp } from '../../../worker/mail/http-transport.ts'
import { scaleway } from '../../../worker/mail/providers/scaleway.ts'
import { service } from '../../../worker/mail/providers/service.ts'
import type { OutgoingMail } from '../../../worker/mail/transport.ts'

const mail: OutgoingMail = {
  id: 'ab12',
  messageId: '<ab12@navet.example>',
  lane: 'letters',
  from: { name: 'Navet', email: 'navet@navet.example' },
  replyTo: 'hjalp@navet.example',
  to: 'amira@siljansplat.example',
  subject: 'Veckobrevet',
  text: 'Hej',
  html: '<p>Hej</p>',
  headers: { 'List-Unsubscribe': '<https://navet.example/sv/mails/off/x>' },
  at: '2026-11-24T08:00:00.000Z',
}

interface Asked {
  path: string
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
}

/** A provider on loopback that answers each request the same. */
async function provider(status: number, body: string, headers: Record<string, string> = {}) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void text(request).then((sent) => {
      asked.push({ path: request.url!, headers: request.headers, body: JSON.parse(sent) as Asked['body'] })
      return response.writeHead(status, headers).end(body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('a service of one’s own is asked in our JSON, with a key that stays the same at every try', async () => {
  const { asked, url } = await provider(202, '')
  expect(await throughHttp(service(`${url}/mails`, 'hemligt')).send(mail)).toEqual({ kind: 'sent' })
  expect(asked[0]).toMatchObject({
    path: '/mails',
    headers: { 'idempotency-key': 'ab12', authorization: 'Bearer hemligt', 'content-type': 'application/json' },
  })
  expect(asked[0]!.body).toEqual({ ...mail })
})

test.each([
  [200, '{}', { kind: 'sent' }],
  [422, '{"refused":"mailbox"}', { kind: 'refused', reason: 'mailbox' }],
  [422, '{"refused":"content"}', { kind: 'refused', reason: 'content' }],
  [422, '{"error":"who knows"}', { kind: 'later', reason: 'unknown' }],
  [400, 'not JSON', { kind: 'later', reason: 'unknown' }],
  [401, '{}', { kind: 'later', reason: 'auth' }],
  [429, '{}', { kind: 'later', reason: 'limit' }],
  [503, '<html>', { kind: 'later', reason: 'deferred' }],
] as const)('a service that answers %i %s', async (status, body, outcome) => {
  const { url } = await provider(status, body)
  expect(await throughHttp(service(url, undefined)).send(mail)).toEqual(outcome)
})

test('a service that leads elsewhere is not followed: a code would go there', async () => {
  const other = await provider(200, '{}')
  const { url } = await provider(307, '', { location: other.url })
  expect(await throughHttp(service(url, undefined)).send(mail)).toEqual({ kind: 'later', reason: 'unknown' })
  expect(other.asked).toEqual([])
})

const way = { region: 'fr-par', project: '11111111-2222-3333-4444-555555555555' }

test('Scaleway is asked as its API reference says', async () => {
  const { asked, url } = await provider(200, '{"emails":[{"id":"1","status":"new"}]}')
  expect(await throughHttp(scaleway(way, 'hemligt', url)).send(mail)).toEqual({ kind: 'sent' })
  expect(asked[0]).toMatchObject({
    path: '/transactional-email/v1alpha1/regions/fr-par/emails',
    headers: { 'x-auth-token': 'hemligt' },
  })
  expect(asked[0]!.body).toEqual({
    from: { name: 'Navet', email: 'navet@navet.example' },
    to: [{ email: 'amira@siljansplat.example' }],
    subject: 'Veckobrevet',
    text: 'Hej',
    html: '<p>Hej</p>',
    project_id: way.project,
    additional_headers: [
      { key: 'List-Unsubscribe', value: '<https://navet.example/sv/mails/off/x>' },
      { key: 'Reply-To', value: 'hjalp@navet.example' },
      { key: 'X-Navet-Message-ID', value: '<ab12@navet.example>' },
    ],
  })
})

test.each([
  [
    400,
    { type: 'invalid_arguments', details: [{ argument_name: 'to.email' }] },
    { kind: 'refused', reason: 'mailbox' },
  ],
  [400, { type: 'invalid_arguments', details: [{ argument_name: 'from' }] }, { kind: 'later', reason: 'unknown' }],
  [403, { type: 'permissions_denied' }, { kind: 'later', reason: 'auth' }],
  [429, { type: 'too_many_requests' }, { kind: 'later', reason: 'limit' }],
  [500, { type: 'internal' }, { kind: 'later', reason: 'deferred' }],
] as const)('Scaleway that answers %i %j', async (status, body, outcome) => {
  const { url } = await provider(status, JSON.stringify(body))
  expect(await throughHttp(scaleway(way, 'hemligt', url)).send(mail)).toEqual(outcome)
})
