import { held as en } from './en/held.ts'
import { held as sv } from './sv/held.ts'
import { late as lateEn } from './late-en.ts'
import { late as lateSv } from './late-sv.ts'
import { alsoWith } from './translate.ts'

/** The words of the document of what is held about somebody: they are loaded with it. */
export const heldWords = alsoWith({ sv: { ...lateSv, ...sv }, en: { ...lateEn, ...en } })
