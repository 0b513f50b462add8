import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { Address } from '../../../worker/accounts/forms.ts'
import { codeSource, readCode, readName, safeNext } from '../../../worker/accounts/rules.ts'

const site = 'https://navet.example'
const nasty = fc.stringMatching(/^[/\\.:@%\t\n?#a-z0-9 å]{1,24}$/)

describe('where sign-in leads on to', () => {
  test('is always a path of this site', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nasty,
          nasty.map((text) => `/${text}`),
          fc.webUrl(),
          fc.string(),
        ),
        (text) => {
          const next = safeNext(text)
          fc.pre(next !== undefined)
          expect(new URL(next, `${site}/sv/sign-in`).origin).toBe(site)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test.each([
    '/sv',
    '/sv/courses/granska-svaret/three-questions',
    '/en/join/AB12?again=1#q-x',
    '/sv?x=%2F%2Fevil.example',
  ])('is kept when it is %s', (path) => expect(safeNext(path)).toBe(path))

  test.each([
    '',
    'sv',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/sv\r\nSet-Cookie: a=b',
  ])('is ignored when it is %j', (path) => expect(safeNext(path)).toBeUndefined())
})

describe('an address', () => {
  test('is compared without case and the space around it', () => {
    expect(Address.parse('  Amira+Kurs@Siljansplat.Example ')).toBe('amira+kurs@siljansplat.example')
  })

  test('keeps a plus and an apostrophe', () => {
    expect(Address.parse("o'neill+ai@firma.example")).toBe("o'neill+ai@firma.example")
  })

  test.each([
    '',
    'amira',
    'amira@',
    '@firma.example',
    'a b@firma.example',
    'a@firma.example\nBcc: b@firma.example',
    `${'a'.repeat(250)}@firma.example`,
  ])('is refused when it is %j', (text) => expect(Address.safeParse(text).success).toBe(false))
})

describe('who asks for codes', () => {
  test('is counted by client behind Cloudflare, 60 an hour', () => {
    expect(codeSource(true, '192.0.2.1')).toEqual({ source: '192.0.2.1', most: 60 })
  })

  test('is counted together elsewhere, 300 an hour, whatever the header claims', () => {
    expect(codeSource(false, '192.0.2.1')).toEqual({ source: 'everywhere', most: 300 })
    expect(codeSource(true, null)).toEqual({ source: 'everywhere', most: 300 })
  })
})

describe('a code', () => {
  test.each(['407118', ' 407118 ', '407 118', '407-118'])('is read from %j', (text) =>
    expect(readCode(text)).toBe('407118'),
  )
  test.each(['', '40711', '4071188', '40711a', '４０７１１８'])('is not read from %j', (text) =>
    expect(readCode(text)).toBeUndefined(),
  )
})

describe('a name', () => {
  test('loses the space around it', () => expect(readName('  Åsa Öberg ')).toEqual({ name: 'Åsa Öberg' }))

  test('may have 80 characters, whatever they are made of', () => {
    expect(readName('🛠'.repeat(80))).toEqual({ name: '🛠'.repeat(80) })
    expect(readName('å'.repeat(81))).toEqual({ fault: 'too-long' })
  })

  test('is needed', () => expect(readName('   ')).toEqual({ fault: 'required' }))

  test.each(['Am\u0000ira', 'Amira\n', 'Amira\u202Eevil', 'Am\u200Bira', '\u2067Amira'])(
    'is refused when it is %j',
    (text) => expect(readName(text)).toEqual({ fault: 'odd-characters' }),
  )
})
