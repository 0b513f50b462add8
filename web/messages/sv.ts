import { words } from '../../region/words.ts'
import { about } from './sv/about.ts'
import { account } from './sv/account.ts'
import { badge } from './sv/badge.ts'
import { certificate } from './sv/certificate.ts'
import { competence } from './sv/competence.ts'
import { course } from './sv/course.ts'
import { error } from './sv/error.ts'
import { kept } from './sv/kept.ts'
import { lesson } from './sv/lesson.ts'
import { mail } from './sv/mail.ts'
import { path } from './sv/path.ts'
import { privacy } from './sv/privacy.ts'
import { question } from './sv/question.ts'
import { reading } from './sv/reading.ts'
import { remark } from './sv/remark.ts'
import { seen } from './sv/seen.ts'
import { site } from './sv/site.ts'
import { takeover } from './sv/takeover.ts'
import { test } from './sv/test.ts'

export const sv = {
  ...about,
  ...account,
  ...badge,
  ...certificate,
  ...competence,
  ...course,
  ...error,
  ...kept,
  ...lesson,
  ...mail,
  ...path,
  ...privacy,
  ...question,
  ...words.sv,
  ...reading,
  ...remark,
  ...seen,
  ...site,
  ...takeover,
  ...test,
}
