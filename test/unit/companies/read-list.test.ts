import fc from 'fast-check'
import { expect, test } from 'vitest'

import { decodeList } from '../../../worker/companies/invitations/list/decode-list.ts'
import { mostRows, readList } from '../../../worker/companies/invitations/list/read-list.ts'

/** Each row in short: name, address, team, or what is wrong. */
function read(text: string, teams: string[] = []) {
  const list = readList(text, teams)
  if ('tooMany' in list) return list.tooMany
  return list.rows.map(({ line, name, email, team, fault, meant }) =>
    [line, name ?? '-', email ?? '-', team ?? '-', ...(fault ? [fault] : []), ...(meant ? [meant] : [])].join(' | '),
  )
}

test('lines copied from different places stand in one list', () => {
  const text = `Tilda Rask, tilda@plat.example, Svets
Nils Holm; nils@plat.example; Kantpress

mikael@plat.example
Vera Ek\tvera@plat.example
"Rask, Tilda"; tilda2@plat.example
Åsa Öberg <asa@plat.example>, Kontor
<bo@plat.example>; Eva Ek <eva@plat.example>`
  expect(read(text)).toEqual([
    '1 | Tilda Rask | tilda@plat.example | Svets',
    '2 | Nils Holm | nils@plat.example | Kantpress',
    '4 | - | mikael@plat.example | -',
    '5 | Vera Ek | vera@plat.example | -',
    '6 | Rask, Tilda | tilda2@plat.example | -',
    '7 | Åsa Öberg | asa@plat.example | Kontor',
    '8 | - | bo@plat.example | -',
    '8 | Eva Ek | eva@plat.example | -',
  ])
})

test('name, address and team come in any order: a team is one that is there already, or that comes again', () => {
  expect(read('Svets; a@plat.example; Anna Berg\nSvets; b@plat.example; Bo Ek\nKontor; c@plat.example; Eva Ö')).toEqual(
    [
      '1 | Anna Berg | a@plat.example | Svets',
      '2 | Bo Ek | b@plat.example | Svets',
      '3 | Eva Ö | c@plat.example | Kontor',
    ],
  )
  expect(read('Kontoret, Anna Berg, a@plat.example', ['kontoret'])).toEqual([
    '1 | Anna Berg | a@plat.example | Kontoret',
  ])
  expect(read('a@plat.example\tAnna Berg\tSvets')).toEqual(['1 | Anna Berg | a@plat.example | Svets'])
})

test('a row of headings says what the columns are, in both languages', () => {
  expect(read('Efternamn;Förnamn;Telefon;E-post;Avdelning\r\nBerg;Anna;0240-1;a@plat.example;Svets\r\n')).toEqual([
    '2 | Anna Berg | a@plat.example | Svets',
  ])
  expect(read('Name,Email,Team\nAnna Berg,a@plat.example,\nBo Ek,,Svets')).toEqual([
    '2 | Anna Berg | a@plat.example | -',
    '3 | Bo Ek | - | - | no-address',
  ])
  expect(read('namn\nAnna Berg')).toEqual(['2 | Anna Berg | - | - | no-address'])
  expect(read('"Name","E-mail"\n"Berg, Anna","a@plat.example"\n"Ek\nBo","b@plat.example"\nx@plat.example,y')).toEqual([
    '2 | Berg, Anna | a@plat.example | -',
    '3 | Ek Bo | b@plat.example | -',
    '5 | x@plat.example | - | - | no-such-address',
  ])
})

test('whatever is wrong with a row is said of that row', () => {
  expect(
    read(
      [
        'Bara ett namn',
        'Anna; anna@plat',
        'åsa.öberg@plat.example',
        'Anna@plåt.example',
        'Anna; Berg; anna@plat.example; Svets',
        'Anna; a@plat.example; b@plat.example',
        `${'x'.repeat(81)}; c@plat.example`,
        '12345; d@plat.example',
        'Eva\u202E; e@plat.example',
        'Eva; f@plat.example; \u202E!',
        '@SUM(A1)',
      ].join('\n'),
    ),
  ).toEqual([
    '1 | - | - | - | no-address',
    '2 | Anna | - | - | no-such-address',
    '3 | - | - | - | swedish-letters | asa.oberg@plat.example',
    '4 | - | anna@xn--plt-vla.example | -',
    '5 | - | - | - | too-many-cells',
    '6 | - | - | - | two-addresses',
    '7 | - | c@plat.example | - | name-too-long',
    '8 | - | d@plat.example | - | name-no-letter',
    '9 | - | e@plat.example | - | name-odd-characters',
    '10 | Eva | f@plat.example | - | team-odd-characters',
    '11 | - | - | - | no-address',
  ])
})

test('a formula is text, and one with an address in it is no address', () => {
  expect(read('=1+1; a@plat.example\n"=HYPERLINK(""https://x.example"";""Klick"")"; b@plat.example')).toEqual([
    '1 | - | a@plat.example | - | name-no-letter',
    '2 | =HYPERLINK("https://x.example";"Klick") | b@plat.example | -',
  ])
  expect(read('=HYPERLINK("mailto:a@plat.example")')).toEqual(['1 | - | - | - | no-such-address'])
})

test('more people than are taken at a time are counted and nothing else', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, n) => `p${n}@plat.example`).join('\n')
  expect(read(rows(mostRows))).toHaveLength(mostRows)
  expect(read(rows(mostRows + 1))).toBe(mostRows + 1)
})

/** What a form takes, in signs. */
const largest = 512 * 1024

test.for([
  ['75,000 rows', 'a@b.se\n'.repeat(75_000)],
  ['nothing but quotes', '"'.repeat(largest)],
  ['cells that begin with a quote', ';"'.repeat(largest / 2)],
  ['nothing but commas', ','.repeat(largest)],
  ['blanks before quotes', `${' '.repeat(1000)}"`.repeat(500)],
  ['one word', 'x'.repeat(largest)],
  ['nothing but angles', '<'.repeat(largest)],
  ['signs of an address', 'a@'.repeat(largest / 2)],
  ['blanks', `a@b ${' '.repeat(largest)}<`],
])('a list of %s is read or refused in a moment', ([, text]) => {
  const began = performance.now()
  readList(text!, [])
  expect(performance.now() - began).toBeLessThan(2000)
})

const word = fc.stringMatching(/^[a-zåäö]{1,12}$/)
const person = fc.record({
  name: fc.tuple(word, word).map((parts) => parts.join(' ')),
  email: fc.tuple(fc.stringMatching(/^[a-z]{1,9}$/), fc.stringMatching(/^[a-z]{2,9}$/)).map(([a, b]) => `${a}@${b}.se`),
  team: word,
})
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

test('what a spreadsheet writes under headings is read as it stood, whatever cuts the cells', () => {
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('\t', ';', ','),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.shuffledSubarray(['name', 'email', 'team'] as const, { minLength: 3 }),
      (people, delimiter, end, isQuoted, columns) => {
        const lines = [columns, ...people.map((each) => columns.map((column) => each[column]))]
        const text = lines
          .map((cells) => cells.map((cell) => (isQuoted ? quoted(cell) : cell)).join(delimiter))
          .join(end)
        expect(read(text)).toEqual(people.map((each, n) => `${n + 2} | ${each.name} | ${each.email} | ${each.team}`))
      },
    ),
  )
})

test('whatever is pasted, each line with something on it is one row or more, and only addresses come out as such', () => {
  const odd = fc.string({
    unit: fc.constantFrom('a', '@', '.', ';', ',', '\t', '\n', '\r', '"', '<', '>', ' ', 'å', '='),
  })
  fc.assert(
    fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
      const list = readList(text, [])
      if ('tooMany' in list) return
      for (const { email, fault, name } of list.rows) {
        expect(email === undefined && fault === undefined).toBe(false)
        if (email) expect(email).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/)
        expect(name ?? 'a').toMatch(/\p{L}/u)
      }
    }),
    { numRuns: 1000 },
  )
})

const bytes = (text: string, wide: 'le' | 'be') =>
  Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = sign.charCodeAt(0)
      return wide === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )

test('a file is read as it was saved: UTF-8, UTF-16 or as Excel does on a PC', () => {
  const text = 'Åsa Öberg;asa@plat.example\r\n'
  const latin = Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)))
  const utf8 = new TextEncoder().encode(text)
  for (const file of [utf8, Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), latin]) {
    expect(decodeList(file)).toEqual({ text })
  }
  for (const wide of ['le', 'be'] as const) {
    expect(decodeList(bytes(`\uFEFF${text}`, wide))).toEqual({ text })
    expect(decodeList(bytes(text, wide))).toEqual({ text })
  }
  expect(decodeList(Uint8Array.of(0x50, 0x4b, 3, 4))).toEqual({ fault: 'workbook' })
  expect(decodeList(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toEqual({ fault: 'workbook' })
  expect(decodeList(Uint8Array.of(1, 0, 0, 0, 7))).toEqual({ fault: 'not-text' })
  expect(decodeList(new Uint8Array())).toEqual({ text: '' })
})

test('whatever bytes a file has, it is text or it is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (file) => {
      const read = decodeList(file)
      if ('text' in read) expect(read.text).not.toMatch(/\0|\uFFFD/)
    }),
  )
})
