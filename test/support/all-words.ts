import { en as atOnceEn } from '../../web/messages/en.ts'
import { audit as auditEn } from '../../web/messages/en/audit.ts'
import { papers as papersEn } from '../../web/messages/en/papers.ts'
import { starter as starterEn } from '../../web/messages/en/starter.ts'
import { status as statusEn } from '../../web/messages/en/status.ts'
import { verify as verifyEn } from '../../web/messages/en/verify.ts'
import { voiding as voidingEn } from '../../web/messages/en/voiding.ts'
import { sv as atOnceSv } from '../../web/messages/sv.ts'
import { audit as auditSv } from '../../web/messages/sv/audit.ts'
import { papers as papersSv } from '../../web/messages/sv/papers.ts'
import { starter as starterSv } from '../../web/messages/sv/starter.ts'
import { status as statusSv } from '../../web/messages/sv/status.ts'
import { verify as verifySv } from '../../web/messages/sv/verify.ts'
import { voiding as voidingSv } from '../../web/messages/sv/voiding.ts'

/** Every word on the screen, also those that come with pages which few ask for. */
export const sv = { ...atOnceSv, ...auditSv, ...papersSv, ...starterSv, ...statusSv, ...verifySv, ...voidingSv }
export const en = { ...atOnceEn, ...auditEn, ...papersEn, ...starterEn, ...statusEn, ...verifyEn, ...voidingEn }
export type WordKey = keyof typeof sv
