import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { Address } from '../../../worker/accounts/forms.ts'
import { readCode } from '../../../worker/accounts/codes/rules.ts'
import { deviceOf, readDevice, writeDevice } from '../../../worker/accounts/device.ts'
import { readName, safeNext } from '../../../worker/accounts/rules.ts'
import { isWornOut, sessionEnd } from '../../../worker/accounts/session-life.ts'
import { sourceOf } from '../../../worker/accounts/source.ts'

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

describe('the network a request comes from', () => {
  const from = (headers: Record<string, string>, settings: { ON_CLOUDFLARE?: boolean; TRUSTED_PROXY?: number } = {}) =>
    sourceOf({ ON_CLOUDFLARE: false, TRUSTED_PROXY: undefined, ...settings }, new Headers(headers))

  test('is Cloudflare’s own header there, and nobody’s elsewhere', () => {
    const claimed = { 'cf-connecting-ip': '192.0.2.1', 'x-forwarded-for': '192.0.2.2' }
    expect(from(claimed, { ON_CLOUDFLARE: true })).toBe('192.0.2.1')
    expect(from({ 'x-forwarded-for': '192.0.2.2' }, { ON_CLOUDFLARE: true })).toBeUndefined()
    expect(from(claimed)).toBeUndefined()
  })

  test.each([
    [1, '203.0.113.9, 192.0.2.2', '192.0.2.2'],
    [2, '203.0.113.9, 192.0.2.2, 10.0.0.1', '192.0.2.2'],
    [2, '192.0.2.2', undefined],
    [1, '192.0.2.2:4711', '192.0.2.2'],
    [1, '::ffff:192.0.2.2', '192.0.2.2'],
    [1, '[2001:db8:0:7::1]:443', '2001:db8:0:7'],
    [1, 'unknown', undefined],
    [1, '', undefined],
  ])('is what the outermost of %i trusted proxies reports in %j', (TRUSTED_PROXY, list, source) => {
    expect(from({ 'x-forwarded-for': list }, { TRUSTED_PROXY })).toBe(source)
  })

  test('is the first half of an IPv6 address, however it is written', () => {
    const own = (address: string) => from({ 'cf-connecting-ip': address }, { ON_CLOUDFLARE: true })
    expect(own('2001:0db8:0000:0007:1::1')).toBe('2001:db8:0:7')
    expect(own('2001:DB8:0:7:ffff:ffff:ffff:ffff')).toBe('2001:db8:0:7')
    expect(own('2001:db8::1')).toBe('2001:db8:0:0')
    expect(own('::1')).toBe('0:0:0:0')
  })
})

describe('a code', () => {
  test.each([
    '407118',
    ' 407118 ',
    '407 118',
    '407-118',
    '407\u00A0118',
    '407\u202F118',
    '407\u2011118',
    '4\u200B07118',
    '４０７１１８',
    '407118 är din kod till Navet',
    'Kod: 407 118.',
  ])('is read from %j', (text) => expect(readCode(text)).toBe('407118'))
  test.each(['', '40711', '4071188', '40711a', '٤٠٧١١٨', '40,7118', '407118 och 407119', '407 1188'])(
    'is not read from %j',
    (text) => expect(readCode(text)).toBeUndefined(),
  )
})

describe('the device behind a browser', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0',
      'windows edge',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'linux firefox'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1', 'iphone safari'],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-A546B) SamsungBrowser/26.0 Chrome/122.0 Mobile Safari/537.36',
      'android samsung',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15', 'mac safari'],
    ['curl/8.0', 'other other'],
    ['', 'other other'],
  ])('is two words: %s', (userAgent, words) => expect(writeDevice(deviceOf(userAgent))).toBe(words))

  test('is read back from what was kept, and is unknown for anything else', () => {
    expect(readDevice('windows edge')).toEqual({ machine: 'windows', browser: 'edge' })
    for (const kept of [null, '', 'Mozilla/5.0 (Windows NT 10.0)'])
      expect(readDevice(kept)).toEqual({ machine: 'other', browser: 'other' })
  })
})

describe('a session', () => {
  const begun = new Date('2026-01-01T08:00:00Z')
  const after = (days: number) => new Date(begun.getTime() + days * 86_400_000)

  test('goes on for thirty days from its last use, never past its ninetieth', () => {
    expect(sessionEnd(begun, after(10))).toEqual(after(40))
    expect(sessionEnd(begun, after(59))).toEqual(after(89))
    expect(sessionEnd(begun, after(75))).toEqual(after(90))
  })

  test('is worn out on its ninetieth day, and when nobody knows when it began', () => {
    expect(isWornOut(begun, after(89.99))).toBe(false)
    expect(isWornOut(begun, after(90))).toBe(true)
    expect(isWornOut(new Date(Number.NaN), after(1))).toBe(true)
  })
})

describe('a name', () => {
  const faultIn = (text: string) => {
    const read = readName(text)
    return 'fault' in read ? read.fault : undefined
  }

  test('loses the space around it, and has one space where there are several or others', () => {
    expect(readName('  Åsa Öberg ')).toEqual({ name: 'Åsa Öberg' })
    expect(readName('Åsa\u00A0 \u2003Öberg')).toEqual({ name: 'Åsa Öberg' })
  })

  test('may have 80 characters, whatever they are made of', () => {
    expect(readName('𐐀'.repeat(80))).toEqual({ name: '𐐀'.repeat(80) })
    expect(readName('a\u030A'.repeat(80))).toEqual({ name: 'å'.repeat(80) })
    expect(faultIn('å'.repeat(81))).toBe('too-long')
  })

  test('is needed, and has at least one letter', () => {
    expect(faultIn('   ')).toBe('required')
    for (const text of ['123', '🛠🛠', '-', '\u0301']) expect(faultIn(text)).toBe('no-letter')
  })

  test.each([
    'O’Neill-Ström',
    'Nguyễn Thị Ánh',
    'Lindqvist & Co #1',
    'Ægir Þór',
    'محمد',
    'שָׁלוֹם',
    'กนกพร',
    'İbrahim',
    '李小龍',
  ])('may be %s', (name) => expect(readName(name)).toEqual({ name }))

  test.each(['علی\u200Cرضا', 'ක්\u200Dර', 'श्\u200Dर', 'ক্\u200Cষ'])(
    'keeps a joiner inside a word of a script that has them: %j',
    (name) => expect(readName(name)).toEqual({ name }),
  )

  test.each(['A\u200Dmira', 'علی\u200C', '\u200Cعلی', 'علی\u200C رضا', 'a\u200Cب', 'ب\u200C\u200Cب', '👩\u200D🔧 Eva'])(
    'has no joiner anywhere else: %j',
    (text) => expect(faultIn(text)).toBe('odd-characters'),
  )

  /** Every sign of Unicode that nobody sees, by its own data; joiners and spaces are other tests' matter. */
  const unseen = Array.from({ length: 0x110000 }, (_, point) => point)
    .filter((point) => point < 0xe000 || point > 0xf8ff)
    .filter((point) => point < 0xf0000)
    .map((point) => (point >= 0xd800 && point <= 0xdfff ? String.fromCharCode(point) : String.fromCodePoint(point)))
    .filter((sign) => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u.test(sign))

  test('has no sign in it that nobody sees: of all there are', () => {
    expect(unseen.length).toBeGreaterThan(6000)
    expect(unseen.filter((sign) => faultIn(`Ami${sign}ra`) !== 'odd-characters')).toEqual([])
    expect(unseen.filter((sign) => !['odd-characters', 'required'].includes(faultIn(sign) ?? ''))).toEqual([])
  })

  test('has at most three marks on a letter', () => {
    expect(faultIn(`Amiq\u0323\u0331\u0330a`)).toBeUndefined()
    expect(faultIn(`Amiq${'\u0323\u0331\u0330\u0325'}a`)).toBe('odd-characters')
    expect(faultIn(`A${'\u0301'.repeat(78)}`)).toBe('odd-characters')
  })

  test('that was read is read again as the same, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const read = readName(text)
        fc.pre('name' in read)
        expect(readName(read.name)).toEqual(read)
        expect(read.name).toBe(read.name.normalize('NFC'))
        expect([...read.name].length).toBeLessThanOrEqual(80)
      }),
      { numRuns: 3000 },
    )
  })

  test.each(['Am\u0000ira', 'Amira\n', 'Amira\u202Eevil', 'Am\u200Bira', '\u2067Amira'])(
    'is refused when it is %j',
    (text) => expect(readName(text)).toEqual({ fault: 'odd-characters' }),
  )
})
