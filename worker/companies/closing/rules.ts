import { readName } from '../../accounts/rules.ts'

/** For so many days whoever owned a company may open it again. */
const reopenDays = 30
export const reopenMs = reopenDays * 24 * 3_600_000

export function reopenUntil(closedAt: Date): Date {
  return new Date(closedAt.getTime() + reopenMs)
}

/** Whether somebody wrote a company's name: in any case, for they mean no other. */
export function isNamed(typed: string, company: string): boolean {
  const read = readName(typed)
  return 'name' in read && read.name.toLocaleLowerCase('sv') === company.toLocaleLowerCase('sv')
}
