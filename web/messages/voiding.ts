import { voiding as en } from './en/voiding.ts'
import { voiding as sv } from './sv/voiding.ts'
import { alsoWith } from './translate.ts'

/** What the mail about a question that was voided says. */
export const voidingWords = alsoWith({ sv, en })
