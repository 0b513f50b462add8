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

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** `2026-11-24T00:00:00+01:00`: the same moment as a Swede would write it. */
export function stockholmTime(at: Date): string {
  const [day, time] = clock.format(at).split(' ')
  const minutes = (Date.parse(`${day}T${time}Z`) - Math.floor(at.getTime() / 1000) * 1000) / 60_000
  const hours = String(minutes / 60).padStart(2, '0')
  return `${day}T${time}+${hours}:00`
}

/** When a day begins in Europe/Stockholm. */
export function midnightOf(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // Swedish time is one or two hours ahead of UTC, and never changes at midnight.
  const at = [1, 2].map((hours) => new Date(midnight - hours * 3_600_000))
  return at.find((each) => stockholmTime(each).startsWith(`${day}T00:00:00`)) ?? at[0]!
}
