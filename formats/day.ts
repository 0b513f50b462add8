const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })
const firstMoment = Date.parse('1000-01-02T00:00:00Z')
const lastMoment = Date.parse('9999-12-30T00:00:00Z')

/** The day in Europe/Stockholm, `2026-11-23`. */
export function dayOf(at: Date): string {
  return stockholm.format(sane(at))
}

/** So many days after a day, `2026-11-23`, as a day. */
export function daysAfterDay(day: string, days: number): string {
  const at = new Date(`${day}T00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** A time as days and clocks can be written of it: what is no time, or lies beyond four digits of years, is at their edge. */
export function sane(at: Date): Date {
  const ms = at.getTime()
  return ms >= firstMoment && ms <= lastMoment ? at : new Date(ms > lastMoment ? lastMoment : firstMoment)
}

/** As programs write a time. */
export function isoOf(at: Date): string {
  return sane(at).toISOString()
}

const inWords = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }),
}
const unknown = { sv: 'okänd dag', en: 'unknown day' }

/** `2026-11-23` as "23 november 2026"; a text that is no day is an unknown one. */
export function dayInWords(day: string, locale: 'sv' | 'en'): string {
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? unknown[locale] : inWords[locale].format(at)
}

const monthsInWords = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', month: 'long', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' }),
}

/** The month of a day `2026-11-23`, "november 2026"; a text that is no day is an unknown one. */
export function monthInWords(day: string, locale: 'sv' | 'en'): string {
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? unknown[locale] : monthsInWords[locale].format(at)
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** `2026-11-24T00:00:00+01:00`: the same moment as a Swede would write it. */
export function stockholmTime(at: Date): string {
  const moment = sane(at)
  const [day, time] = clock.format(moment).split(' ')
  const minutes = (Date.parse(`${day}T${time}Z`) - Math.floor(moment.getTime() / 1000) * 1000) / 60_000
  const hours = String(Math.trunc(minutes / 60)).padStart(2, '0')
  const rest = String(Math.trunc(minutes % 60)).padStart(2, '0')
  return `${day}T${time}+${hours}:${rest}`
}

/** When a day begins in Europe/Stockholm. */
export function midnightOf(day: string): Date {
  const midnight = sane(new Date(`${day}T00:00:00Z`)).getTime()
  // Swedish time is one or two hours ahead of UTC, and never changes at midnight.
  const at = [1, 2].map((hours) => new Date(midnight - hours * 3_600_000))
  return at.find((each) => stockholmTime(each).startsWith(`${day}T00:00:00`)) ?? at[0]!
}
