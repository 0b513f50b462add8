import { audit as en } from './en/audit.ts'
import { audit as sv } from './sv/audit.ts'
import { late as lateEn } from './late-en.ts'
import { late as lateSv } from './late-sv.ts'
import { alsoWith } from './translate.ts'

/** The words of a company's log, which few read: they are loaded with it. */
export const auditWords = alsoWith({ sv: { ...lateSv, ...sv }, en: { ...lateEn, ...en } })
