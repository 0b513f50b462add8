import { words } from '../../region/words.ts'
import { about } from './en/about.ts'
import { account } from './en/account.ts'
import { badge } from './en/badge.ts'
import { certificate } from './en/certificate.ts'
import { competence } from './en/competence.ts'
import { course } from './en/course.ts'
import { error } from './en/error.ts'
import { invite } from './en/invite.ts'
import { kept } from './en/kept.ts'
import { lesson } from './en/lesson.ts'
import { mail } from './en/mail.ts'
import { papersOfCompany } from './en/papers-of-company.ts'
import { accountMerger } from './en/account-merger.ts'
import { own } from './en/own.ts'
import { members } from './en/members.ts'
import { path } from './en/path.ts'
import { privacy } from './en/privacy.ts'
import { question } from './en/question.ts'
import { reading } from './en/reading.ts'
import { remark } from './en/remark.ts'
import { seen } from './en/seen.ts'
import { site } from './en/site.ts'
import { takeover } from './en/takeover.ts'
import { team } from './en/team.ts'
import { company } from './en/company.ts'
import { closing } from './en/closing.ts'
import { companySettings } from './en/company-settings.ts'
import { merger } from './en/merger.ts'
import { solo } from './en/solo.ts'
import { terms } from './en/terms.ts'
import { test } from './en/test.ts'
import type { sv } from './sv.ts'
import { ways } from './en/ways.ts'

export const en: Record<keyof typeof sv, string> = {
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
  ...words.en,
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
