import { verify as en } from './en/verify.ts'
import { verify as sv } from './sv/verify.ts'
import { alsoWith } from './translate.ts'

/** All that the checker can say, most of it never: it is loaded with the pages that check a badge. */
export const verifyWords = alsoWith({ sv, en })
