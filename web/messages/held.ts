import { held as en } from './en/held.ts'
import { held as sv } from './sv/held.ts'
import { alsoWith } from './translate.ts'

/** The words of the document of what is held about somebody: they are loaded with it. */
export const heldWords = alsoWith({ sv, en })
