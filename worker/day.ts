const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The day in Europe/Stockholm, `2026-11-23`. */
export function dayOf(at: Date): string {
  return stockholm.format(at)
}

const inWords = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }),
}

/** `2026-11-23` as "23 november 2026". */
export function dayInWords(day: string, locale: 'sv' | 'en'): string {
  return inWords[locale].format(new Date(`${day}T00:00:00Z`))
}
