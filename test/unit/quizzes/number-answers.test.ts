import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readNumber, writeNumber } from '../../../worker/questions/number-answers.ts'
import { knownUnits, unitOf } from '../../../worker/questions/units.ts'

const read = {
  sv: (text: string) => readNumber(text, 'sv', ['kr', 'SEK']),
  en: (text: string) => readNumber(text, 'en', ['kr', 'SEK']),
}

test.each([
  ['3900', 3900],
  ['3 900', 3900],
  ['3 900,50 kr', 3900.5],
  ['3\u00A0900,5', 3900.5],
  ['3\u202F900\u2009000', 3_900_000],
  ['1 234 567,891', 1_234_567.891],
  ['3900,500', 3900.5],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['0,125', 0.125],
  ['0.125', 0.125],
  [',5', 0.5],
  ['3.900,50', 3900.5],
  ['3,900.50', 3900.5],
  ['3.900.000', 3_900_000],
  ['-5', -5],
  ['\u22125', -5],
  ['\u2013 5 kr', -5],
  ['+5', 5],
  ['-0', 0],
  ['kr 3900', 3900],
  ['3900kr', 3900],
  ['3900 KR.', 3900],
  ['3900 sek', 3900],
  ['3900:-', 3900],
  ['３９００', 3900],
  ['  7  ', 7],
])('a Swedish page reads "%s" as %d', (text, number) => {
  expect(read.sv(text)).toEqual({ number })
})

test.each([
  ['3,900', 3900],
  ['3,900.50', 3900.5],
  ['1,234,567.891', 1_234_567.891],
  ['3 900.50', 3900.5],
  ['12.5', 12.5],
  ['12,5', 12.5],
  ['3.900,50', 3900.5],
  ['0.125', 0.125],
  ['SEK 3,900', 3900],
])('an English page reads "%s" as %d', (text, number) => {
  expect(read.en(text)).toEqual({ number })
})

test('one sign before three digits may mean two things, so it is asked about', () => {
  expect(read.sv('3,900')).toEqual({ fault: 'ambiguous', readings: ['3900', '3,9'] })
  expect(read.sv('3.900 kr')).toEqual({ fault: 'ambiguous', readings: ['3900', '3,9'] })
  expect(read.sv('-12,345')).toEqual({ fault: 'ambiguous', readings: ['-12345', '-12,3450'] })
  expect(read.en('3.900')).toEqual({ fault: 'ambiguous', readings: ['3900', '3.9'] })
})

test.each([
  '',
  'kr',
  'tre',
  '3 90',
  '39 00',
  '3,90,0',
  '3.9.0',
  '1,2.3,4',
  '--5',
  '5-3',
  '3900 €',
  '3²',
  '½',
  '39 %',
  '1e5',
  '0x10',
  'NaN',
  '1'.repeat(16),
  '٣',
  '1 2',
])('what is no number is said to be none: "%s"', (text) => {
  expect(read.sv(text)).toEqual({ fault: 'number' })
})

describe('a unit is read in every usual form, in both languages, and no other', () => {
  test.each([
    ['7 350 kr', 'kronor', 7350],
    ['7 350 SEK', 'kronor', 7350],
    ['7350:-', 'kronor', 7350],
    ['24 min', 'minuter', 24],
    ['24 min.', 'minuter', 24],
    ['24 minutes', 'minuter', 24],
    ['1 minut', 'minutes', 1],
    ['1 person', 'personer', 1],
    ['3 people', 'personer', 3],
    ['3 pers.', 'people', 3],
    ['80 procent', '%', 80],
    ['2 tim', 'timmar', 2],
    ['5 kWh', 'kilowattimmar', 5],
    ['5 m2', 'm²', 5],
    ['5 pallar', 'pallar', 5],
  ])('"%s" where the unit is %s', (text, unit, number) => {
    expect(readNumber(text, 'sv', [unit])).toEqual({ number })
  })

  test.each([
    ['24 timmar', 'minuter'],
    ['24 sek', 'kronor och ören'],
    ['3 kr', 'personer'],
    ['3 m', 'kr'],
    ['24 min', ''],
  ])('"%s" is no answer where the unit is %s', (text, unit) => {
    expect(readNumber(text, 'sv', [unit])).toEqual({ fault: 'number' })
  })

  test('no form belongs to two units of which it is the name', () => {
    for (const unit of knownUnits) expect(unitOf(unit)).toContain(unit)
    expect(unitOf('parsec')).toBeUndefined()
  })
})

const locale = fc.constantFrom('sv' as const, 'en' as const)
/** Numbers with few enough digits to be written exactly. */
const some = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([whole, decimals]) => whole / 10 ** decimals)

test('a number that the language itself writes with two decimals is read as that number', () => {
  const space = fc.constantFrom(' ', '\u00A0', '\u202F', '\u2009', '')
  const sign = fc.constantFrom('-', '\u2212', '\u2013')
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      locale,
      space,
      sign,
      (hundredths, locale, space, sign) => {
        const number = hundredths / 100
        const [whole = '', part = ''] = Math.abs(number).toFixed(2).split('.')
        const group = locale === 'sv' ? space : ','
        const digits = whole.replace(/\B(?=(\d{3})+$)/g, group) + (locale === 'sv' ? ',' : '.') + part
        expect(readNumber(`${number < 0 ? sign : ''}${digits}${space}kr`, locale, ['kr'])).toEqual({
          number: number || 0,
        })
      },
    ),
    { numRuns: 500 },
  )
})

test('a number written by the product is read as the same number, in both languages and never as two', () => {
  fc.assert(
    fc.property(some, locale, locale, (number, written, page) => {
      expect(readNumber(writeNumber(number, written), page, [])).toEqual({ number: number || 0 })
    }),
    { numRuns: 500 },
  )
})

test('each of two readings can be read in one way only', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (whole, part) => {
      const reading = read.sv(`${whole},${String(part).padStart(3, '0')}`)
      const readings = 'readings' in reading ? reading.readings : []
      expect(readings.map((text) => read.sv(text))).toEqual([
        { number: whole * 1000 + part },
        { number: Number(`${whole}.${String(part).padStart(3, '0')}`) },
      ])
    }),
  )
})

test('whatever is typed gives a finite number or a fault', () => {
  const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,- \u00A0kr%') }))
  fc.assert(
    fc.property(typed, locale, (text, locale) => {
      const reading = readNumber(text, locale, ['kr', '%'])
      expect('fault' in reading || Number.isFinite(reading.number)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
