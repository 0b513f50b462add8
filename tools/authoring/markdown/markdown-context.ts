import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { Addresses } from './addresses.ts'
import type { Images } from './images.ts'
import type { Problems } from '../problems/problem.ts'
import type { SharedFiles } from '../files/shared-files.ts'

/** What the markdown of one file may refer to. */
export interface MarkdownContext {
  locale: Locale
  addresses: Addresses
  images: Images
  shared: SharedFiles
  /** Facts of the lesson's front matter; undefined for pages that have no such list. */
  listed: readonly string[] | undefined
  /** The page is a lesson about law: see whyNotShown. */
  inLaw: boolean
  problems: Problems
  /** For an author's eyes: see Along. */
  draft?: boolean | undefined
}
