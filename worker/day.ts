const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The day in Europe/Stockholm, `2026-11-23`. */
export function dayOf(at: Date): string {
  return stockholm.format(at)
}
