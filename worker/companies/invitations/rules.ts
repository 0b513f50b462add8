import type { companySizes } from '../../db/schema/companies.ts'

const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** How many may join by one link of the whole company: far more than there are, far fewer than the internet has. */
export const linkSeats = { '1': 100, '2-9': 100, '10-49': 150, '50-249': 500, '250+': 5000 } as const satisfies Record<
  (typeof companySizes)[number],
  number
>

/** What nobody in earnest comes near: counted from the rows, of a company and of an account. */
export const most = {
  /** Open invitations to addresses, of a company. */
  open: 2000,
  /** Mails in 24 hours, of a company and of an account. */
  mails: 1000,
  /** Links and codes made in 24 hours, of a company and of an account. */
  codes: 100,
  /** Teams that one list makes. */
  newTeams: 50,
} as const

/** An invitation is mailed again after three days at the earliest, and three times at the most. */
export const waitMs = 3 * dayMs
export const mostSends = 4

/** Since when mails and codes count. */
export function countedSince(now: Date): Date {
  return new Date(now.getTime() - dayMs)
}

/** When an invitation may be mailed again; undefined where that was often enough. */
export function againFrom({ sentAt, sends }: { sentAt: Date | null; sends: number }): Date | undefined {
  return sends < mostSends ? new Date((sentAt?.getTime() ?? 0) + waitMs) : undefined
}

export function mayMail({ sentAt, sends }: { sentAt: Date | null; sends: number }, now: Date): boolean {
  return sends < mostSends && (sentAt?.getTime() ?? 0) <= now.getTime() - waitMs
}
