import type { Locale } from '../formats/catalogue/catalogue.ts'
import type { LateTranslate } from './messages/late.ts'
import type { Translate } from './messages/translate.ts'

export type Theme = 'auto' | 'light' | 'dark'
export type Section = 'courses' | 'me' | 'team' | 'none'

/** What every page needs to draw itself: the words, who is looking, and where it stands. */
export interface Frame {
  locale: Locale
  t: Translate
  /** undefined when signed out; the name may be empty, and there may be no address. `account` tells two people of one browser apart. */
  learner: { name: string; email: string | undefined; account: string } | undefined
  theme: Theme
  /** This page's path with query, `/sv/courses/x?a=b`: for the language switch and `next`. */
  path: string
  /** The page is the answer to a form: `path` is then where it can be had again. */
  isAnswer?: boolean
  /** The menu item that is marked as current. */
  section: Section
  /** Where Navet is reached, `https://navet.example`; from the settings, never from the request. */
  origin?: string
  /** True when the server runs with demo people; a band on every page says so. */
  demo: boolean
}

/** Of pages that say what late.ts brings; it does for all others, too. */
export interface LateFrame extends Frame {
  t: LateTranslate
}
