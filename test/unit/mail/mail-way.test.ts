import { expect, test } from 'vitest'

import { readSettings } from '../../../worker/env.ts'
import { readMailUrl } from '../../../worker/mail/mail-way.ts'

const smtp = { kind: 'smtp', host: 'mail.example', port: 587, secure: false, starttls: 'required', login: undefined }

test.each([
  ['outbox:', { kind: 'outbox' }],
  ['smtp://mail.example', smtp],
  ['smtp://mail.example/', smtp],
  ['smtp://mail.example:25?starttls=never', { ...smtp, port: 25, starttls: 'never' }],
  ['smtp://127.0.0.1', { ...smtp, host: '127.0.0.1', starttls: 'optional' }],
  ['smtp://[::1]:2525', { ...smtp, host: '::1', port: 2525, starttls: 'optional' }],
  [
    'smtps://navet%40coop.example:p%40ss%2Fw%C3%A5rd@mail.example',
    { ...smtp, secure: true, port: 465, login: { user: 'navet@coop.example', password: 'p@ss/wård' } },
  ],
  ['https://mail.example/v1/send', { kind: 'service', url: 'https://mail.example/v1/send' }],
  ['http://127.0.0.1:8025/', { kind: 'service', url: 'http://127.0.0.1:8025/' }],
  [
    'scaleway://fr-par/11111111-2222-3333-4444-555555555555',
    { kind: 'scaleway', region: 'fr-par', project: '11111111-2222-3333-4444-555555555555' },
  ],
])('MAIL_URL %s', (text, way) => {
  expect(readMailUrl(text)).toEqual(way)
})

test.each([
  ['', /has no scheme/],
  ['mail.hemligt.example', /has no scheme/],
  ['smtp:', /names no server/],
  ['smtp://user:hemligt@', /no URL|names no server/],
  ['smtp://user:hemligt@mail.example/inbox', /more after the server/],
  ['smtp://user:hemligt@mail.example?tls=no', /more after the server/],
  ['smtp://user:hemligt@mail.example?starttls=maybe', /starttls/],
  ['smtp://us%er:hemligt@mail.example', /percent-encoded/],
  ['http://mail.example/hemligt', /is http/],
  ['https://user:hemligt@mail.example', /MAIL_TOKEN/],
  ['scaleway://hemligt', /scaleway:\/\/fr-par\/PROJECT-ID/],
  ['pigeon://user:hemligt@coop.example', /begins with what Navet cannot send through: outbox:, smtp/],
  ['hemligt:secret@coop.example', /begins with what Navet cannot send through/],
])('MAIL_URL %s is refused in words, without what is secret in it', (text, said) => {
  const way = readMailUrl(text)
  expect('fault' in way && way.fault).toMatch(said)
  expect(JSON.stringify(way)).not.toContain('hemligt')
})

const others = { LIBSQL_URL: 'http://127.0.0.1', BASE_URL: 'https://navet.example', SECRET: 'x'.repeat(32) }

test.each([
  ['navet@navet.example', { name: '', email: 'navet@navet.example' }],
  ['Navet i Dalarna <navet@navet.example>', { name: 'Navet i Dalarna', email: 'navet@navet.example' }],
  ['"Navet, Dalarna" <navet@navet.example>', { name: 'Navet, Dalarna', email: 'navet@navet.example' }],
])('MAIL_FROM %s', (MAIL_FROM, from) => {
  expect(readSettings({ ...others, MAIL_FROM }).MAIL_FROM).toEqual(from)
})

test.each([
  [{ MAIL_FROM: 'Navet' }, /MAIL_FROM is no address/],
  [{ MAIL_FROM: 'a@b.example, c@d.example' }, /MAIL_FROM is no address/],
  [{ MAIL_URL: 'smtp://mail.example' }, /MAIL_URL needs MAIL_FROM/],
  [
    { MAIL_URL: 'scaleway://fr-par/11111111-2222-3333-4444-555555555555', MAIL_FROM: 'a@b.example' },
    /needs MAIL_TOKEN/,
  ],
])('settings %j are refused', (settings, said) => {
  expect(() => readSettings({ ...others, ...settings })).toThrow(said)
})
