import { late as en } from './late-en.ts'
import { late as sv } from './late-sv.ts'
import { alsoWith } from './translate.ts'

/** The words of companies, and of the ways into an account: they are loaded with the first page that says one. */
export const lateWords = alsoWith({ sv, en })
export type LateTranslate = ReturnType<typeof lateWords>
export type LateKey = Parameters<LateTranslate>[0]
