import type { Locale } from '../../formats/locales.ts'

const formats = {
  sv: new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 12 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 12 }),
}

/** A number as the language writes it, with its unit where it has one. */
export function amountIn(locale: Locale, number: number, unit: string): string {
  const digits = formats[locale].format(number)
  return unit === '' ? digits : `${digits}\u00A0${unit}`
}
