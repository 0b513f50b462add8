import type { LateFrame } from '../../../web/frame.ts'
import type { SignedInVisit } from '../../visit.ts'

/** Whose page it is, in which words, and when. */
export type Reader = Pick<SignedInVisit, 'catalogue' | 'learner' | 'locale' | 'now' | 'headers' | 'settings'> & {
  frame: LateFrame
}
