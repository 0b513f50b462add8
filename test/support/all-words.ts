import { en as atOnceEn } from '../../web/messages/en.ts'
import { audit as auditEn } from '../../web/messages/en/audit.ts'
import { held as heldEn } from '../../web/messages/en/held.ts'
import { information as informationEn } from '../../web/messages/en/information.ts'
import { late as lateEn } from '../../web/messages/late-en.ts'
import { late as lateSv } from '../../web/messages/late-sv.ts'
import { papers as papersEn } from '../../web/messages/en/papers.ts'
import { starter as starterEn } from '../../web/messages/en/starter.ts'
import { status as statusEn } from '../../web/messages/en/status.ts'
import { verify as verifyEn } from '../../web/messages/en/verify.ts'
import { voiding as voidingEn } from '../../web/messages/en/voiding.ts'
import { alsoWith } from '../../web/messages/translate.ts'
import { sv as atOnceSv } from '../../web/messages/sv.ts'
import { audit as auditSv } from '../../web/messages/sv/audit.ts'
import { held as heldSv } from '../../web/messages/sv/held.ts'
import { information as informationSv } from '../../web/messages/sv/information.ts'
import { papers as papersSv } from '../../web/messages/sv/papers.ts'
import { starter as starterSv } from '../../web/messages/sv/starter.ts'
import { status as statusSv } from '../../web/messages/sv/status.ts'
import { verify as verifySv } from '../../web/messages/sv/verify.ts'
import { voiding as voidingSv } from '../../web/messages/sv/voiding.ts'

/** Every word on the screen, also those that come with pages which few ask for. */
export const sv = {
  ...atOnceSv,
  ...auditSv,
  ...heldSv,
  ...lateSv,
  ...informationSv,
  ...papersSv,
  ...starterSv,
  ...statusSv,
  ...verifySv,
  ...voidingSv,
}
export const en = {
  ...atOnceEn,
  ...auditEn,
  ...heldEn,
  ...lateEn,
  ...informationEn,
  ...papersEn,
  ...starterEn,
  ...statusEn,
  ...verifyEn,
  ...voidingEn,
}
export type WordKey = keyof typeof sv
/** Says any of them. */
export const allWords = alsoWith({ sv, en })
