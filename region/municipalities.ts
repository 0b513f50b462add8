import type { Locale } from '../formats/catalogue/catalogue.ts'

/** SCB's codes of the municipalities in Dalarna. */
export const municipalities = {
  '2021': 'Vansbro',
  '2023': 'Malung-Sälen',
  '2026': 'Gagnef',
  '2029': 'Leksand',
  '2031': 'Rättvik',
  '2034': 'Orsa',
  '2039': 'Älvdalen',
  '2061': 'Smedjebacken',
  '2062': 'Mora',
  '2080': 'Falun',
  '2081': 'Borlänge',
  '2082': 'Säter',
  '2083': 'Hedemora',
  '2084': 'Avesta',
  '2085': 'Ludvika',
} as const

export const municipalityCodes = [...Object.keys(municipalities), 'other'] as const

export function municipalityName(code: string, locale: Locale): string {
  if (code in municipalities) return municipalities[code as keyof typeof municipalities]
  return locale === 'sv' ? 'annan kommun' : 'another municipality'
}
