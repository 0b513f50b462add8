import type { Locale } from '../../formats/locales.ts'
import { foldUnit, unitOf } from './units.ts'

export type NumberReading =
  | { number: number }
  | { fault: 'number' }
  /** May mean either; each is written so that it can be read in one way only. */
  | { fault: 'ambiguous'; readings: [string, string] }

const mostDigits = 15
const minus = /[-\u2010-\u2015\u2212\uFE63\uFF0D]/g
const fullwidth = /[\uFF0B-\uFF19]/g

/**
 * Reads a number as people write it: "3 900,50 kr", "3,900.50", with any kind of space and minus, with its unit or
 * without. A single sign before three digits may be a decimal sign or group thousands; only the English comma is
 * settled by the language, everything else of that kind is ambiguous.
 * @param units what may stand before or after the number, in any case and in the forms that units.ts knows
 */
export function readNumber(text: string, locale: Locale, units: readonly string[]): NumberReading {
  const plain = text
    .replace(fullwidth, (sign) => sign.normalize('NFKC'))
    .replace(minus, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const [, before = '', sign = '', digits, after = ''] =
    /^([^\d.,+-]*)([+-]?) ?([.,]?\d(?:[\d ,.]*\d)?)(.*)$/.exec(plain) ?? []
  if (digits === undefined || !isUnit(before + after, units)) return { fault: 'number' }

  return readDigits(digits, locale, sign === '-' ? -1 : 1)
}

function isUnit(words: string, units: readonly string[]): boolean {
  const said = foldUnit(words)
  if (said === '') return true
  const known = units.flatMap((unit) => [unit, ...(unitOf(unit) ?? [])]).map(foldUnit)
  return known.includes(said) || (/^[:,.]-$/.test(said) && known.includes('kr'))
}

function readDigits(digits: string, locale: Locale, sign: 1 | -1): NumberReading {
  if (digits.replace(/\D/g, '').length > mostDigits) return { fault: 'number' }

  const lone = /^([1-9]\d{0,2})([.,])(\d{3})$/.exec(digits)
  if (lone && !(locale === 'en' && lone[2] === ',')) {
    const [whole, part] = [lone[1]!, lone[3]!]
    const readings = [Number(whole + part), Number(`${whole}.${part}`)].map((number) =>
      writeNumber(sign * number, locale),
    )
    return { fault: 'ambiguous', readings: readings as [string, string] }
  }
  const written = grouped(digits, locale)
  return written === undefined ? { fault: 'number' } : { number: sign * Number(written) || 0 }
}

/** The digits with a decimal point and without groups; undefined when they follow no way of writing numbers. */
function grouped(digits: string, locale: Locale): string | undefined {
  for (const [group, decimal] of locale === 'en' ? english : swedish) {
    const whole = group ? `[1-9]\\d{0,2}(?:${group}\\d{3})+` : '\\d*'
    const match = new RegExp(`^(${whole})(?:${decimal}(\\d+))?$`).exec(digits)
    if (match) return `${match[1]!.replace(/\D/g, '') || 0}.${match[2] ?? 0}`
  }
  return undefined
}

/** Signs between groups and before decimals, in the order in which they are tried. */
const swedish = [
  ['', '[,.]'],
  [' ', '[,.]'],
  ['\\.', ','],
  [',', '\\.'],
] as const
const english = [
  [',', '\\.'],
  ['', '[,.]'],
  [' ', '[,.]'],
  ['\\.', ','],
] as const

/** Writes a number so that it can be read in one way only: no groups, and never just three decimals after few digits. */
export function writeNumber(number: number, locale: Locale): string {
  const plain = Math.abs(number) < 1e-6 && number !== 0 ? number.toFixed(20).replace(/0+$/, '') : String(number)
  const clear = /^-?[1-9]\d{0,2}\.\d{3}$/.test(plain) ? `${plain}0` : plain
  return clear.replace('.', locale === 'sv' ? ',' : '.')
}
