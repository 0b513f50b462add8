import { accountMerger } from './sv/account-merger.ts'
import { closing } from './sv/closing.ts'
import { company } from './sv/company.ts'
import { companySettings } from './sv/company-settings.ts'
import { invite } from './sv/invite.ts'
import { members } from './sv/members.ts'
import { merger } from './sv/merger.ts'
import { own } from './sv/own.ts'
import { papersOfCompany } from './sv/papers-of-company.ts'
import { solo } from './sv/solo.ts'
import { team } from './sv/team.ts'
import { terms } from './sv/terms.ts'
import { ways } from './sv/ways.ts'

/** What late.ts brings, in Swedish. */
export const late = {
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
