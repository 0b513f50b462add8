import { papers as en } from './en/papers.ts'
import { papers as sv } from './sv/papers.ts'
import { alsoWith } from './translate.ts'

/** The words of the papers, long and seldom read: they are loaded with those pages. */
export const paperWords = alsoWith({ sv, en })
