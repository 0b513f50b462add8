import { en as atOnceEn } from '../../web/messages/en.ts'
import { papers as papersEn } from '../../web/messages/en/papers.ts'
import { status as statusEn } from '../../web/messages/en/status.ts'
import { sv as atOnceSv } from '../../web/messages/sv.ts'
import { papers as papersSv } from '../../web/messages/sv/papers.ts'
import { status as statusSv } from '../../web/messages/sv/status.ts'

/** Every word on the screen, also those that come with pages which few ask for. */
export const sv = { ...atOnceSv, ...papersSv, ...statusSv }
export const en = { ...atOnceEn, ...papersEn, ...statusEn }
export type WordKey = keyof typeof sv
