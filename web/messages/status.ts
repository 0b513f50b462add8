import { status as en } from './en/status.ts'
import { status as sv } from './sv/status.ts'
import { alsoWith } from './translate.ts'

/** The words of the page for whoever runs the installation: they are loaded with it. */
export const statusWords = alsoWith({ sv, en })
