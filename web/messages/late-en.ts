import { accountMerger } from './en/account-merger.ts'
import { closing } from './en/closing.ts'
import { company } from './en/company.ts'
import { companySettings } from './en/company-settings.ts'
import { invite } from './en/invite.ts'
import { members } from './en/members.ts'
import { merger } from './en/merger.ts'
import { own } from './en/own.ts'
import { papersOfCompany } from './en/papers-of-company.ts'
import { solo } from './en/solo.ts'
import { team } from './en/team.ts'
import { terms } from './en/terms.ts'
import { ways } from './en/ways.ts'
import type { late as sv } from './late-sv.ts'

/** What late.ts brings, in English. */
export const late: Record<keyof typeof sv, string> = {
  ...accountMerger,
  ...closing,
  ...company,
  ...companySettings,
  ...invite,
  ...members,
  ...merger,
  ...own,
  ...papersOfCompany,
  ...solo,
  ...team,
  ...terms,
  ...ways,
}
