const second = 1000
const minute = 60 * second

/** How long one sender has a mail to itself; longer than a whole run may take. */
export const leaseMs = 5 * minute
export const sendTimeoutMs = 30 * second
export const mailsPerRun = 20
/** Rows stay for a while without their words, so that a question "did it leave?" has an answer. */
export const keepRowsMs = 30 * 24 * 60 * minute

/** How long to wait after the given number of failed tries: 30 seconds, doubled each time, an hour at most. */
export function waitAfter(tries: number): number {
  return Math.min(30 * second * 2 ** (tries - 1), 60 * minute)
}

/** RFC 5322 Message-ID: the same for every delivery of one mail, so that a second copy can be recognised. */
export function messageIdOf(id: string, baseUrl: string): string {
  return `<${id}@${new URL(baseUrl).hostname}>`
}
