export const testLength = 10
export const passMark = 8
export const openHours = 24
export const waitMinutes = 10
const minute = 60_000

/** An attempt that was never submitted closes 24 hours after it was opened; that is no failure. */
export function hasLapsed(openedAt: Date, now: Date): boolean {
  return now >= closesAt(openedAt)
}

export function closesAt(openedAt: Date): Date {
  return new Date(openedAt.getTime() + openHours * 60 * minute)
}

/** No browser can have kept an answer before there was anything to answer. */
const earliestKept = Date.UTC(2026, 10, 23)

/** What a browser's clock may say: no day before the first, nothing that is still to come. */
export function clampKept(at: Date, now: Date): Date {
  const said = Number.isNaN(at.getTime()) ? earliestKept : at.getTime()
  return new Date(Math.min(Math.max(said, earliestKept), now.getTime()))
}

/** When the next test may be drawn, or undefined when now. */
export function nextDrawAt(lastSubmittedAt: Date | undefined, now: Date): Date | undefined {
  if (!lastSubmittedAt) return undefined
  const wait = waitMinutes * minute
  // A submission far ahead of the clock: the clock was set back, and says nothing of how long ago it was.
  if (lastSubmittedAt.getTime() - now.getTime() > wait) return undefined
  const at = new Date(lastSubmittedAt.getTime() + wait)
  return at > now ? at : undefined
}
