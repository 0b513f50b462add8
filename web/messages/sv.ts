import { words } from '../../region/words.ts'
import { about } from './sv/about.ts'
import { account } from './sv/account.ts'
import { badge } from './sv/badge.ts'
import { certificate } from './sv/certificate.ts'
import { competence } from './sv/competence.ts'
import { course } from './sv/course.ts'
import { error } from './sv/error.ts'
import { invite } from './sv/invite.ts'
import { kept } from './sv/kept.ts'
import { lesson } from './sv/lesson.ts'
import { mail } from './sv/mail.ts'
import { papersOfCompany } from './sv/papers-of-company.ts'
import { accountMerger } from './sv/account-merger.ts'
import { own } from './sv/own.ts'
import { members } from './sv/members.ts'
import { path } from './sv/path.ts'
import { privacy } from './sv/privacy.ts'
import { question } from './sv/question.ts'
import { reading } from './sv/reading.ts'
import { remark } from './sv/remark.ts'
import { seen } from './sv/seen.ts'
import { site } from './sv/site.ts'
import { takeover } from './sv/takeover.ts'
import { team } from './sv/team.ts'
import { company } from './sv/company.ts'
import { closing } from './sv/closing.ts'
import { companySettings } from './sv/company-settings.ts'
import { merger } from './sv/merger.ts'
import { solo } from './sv/solo.ts'
import { terms } from './sv/terms.ts'
import { test } from './sv/test.ts'
import { ways } from './sv/ways.ts'

export const sv = {
  ...about,
  ...account,
  ...badge,
  ...certificate,
  ...competence,
  ...course,
  ...error,
  ...invite,
  ...kept,
  ...lesson,
  ...mail,
  ...papersOfCompany,
  ...accountMerger,
  ...own,
  ...members,
  ...path,
  ...privacy,
  ...question,
  ...words.sv,
  ...reading,
  ...remark,
  ...seen,
  ...site,
  ...takeover,
  ...team,
  ...company,
  ...closing,
  ...companySettings,
  ...merger,
  ...solo,
  ...terms,
  ...test,
  ...ways,
}
