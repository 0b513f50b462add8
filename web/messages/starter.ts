import { starter as en } from './en/starter.ts'
import { starter as sv } from './sv/starter.ts'
import { alsoWith } from './translate.ts'

/** The words of the page that meetings are led from: they are loaded with it. */
export const starterWords = alsoWith({ sv, en })
