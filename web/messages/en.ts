import { words } from '../../region/words.ts'
import { about } from './en/about.ts'
import { account } from './en/account.ts'
import { badge } from './en/badge.ts'
import { certificate } from './en/certificate.ts'
import { competence } from './en/competence.ts'
import { course } from './en/course.ts'
import { error } from './en/error.ts'
import { kept } from './en/kept.ts'
import { lesson } from './en/lesson.ts'
import { mail } from './en/mail.ts'
import { path } from './en/path.ts'
import { privacy } from './en/privacy.ts'
import { question } from './en/question.ts'
import { reading } from './en/reading.ts'
import { remark } from './en/remark.ts'
import { seen } from './en/seen.ts'
import { site } from './en/site.ts'
import { takeover } from './en/takeover.ts'
import { test } from './en/test.ts'
import type { sv } from './sv.ts'

export const en: Record<keyof typeof sv, string> = {
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
  ...words.en,
  ...reading,
  ...remark,
  ...seen,
  ...site,
  ...takeover,
  ...test,
}
