import { information as en } from './en/information.ts'
import { information as sv } from './sv/information.ts'
import { late as lateEn } from './late-en.ts'
import { late as lateSv } from './late-sv.ts'
import { papers as papersEn } from './en/papers.ts'
import { papers as papersSv } from './sv/papers.ts'
import { alsoWith } from './translate.ts'

/** The words of the information sheet, which calls the other papers by their names: they are loaded with it. */
export const informationWords = alsoWith({
  sv: { ...lateSv, ...papersSv, ...sv },
  en: { ...lateEn, ...papersEn, ...en },
})
