import type { Context } from 'hono'

import type { LateFrame, Section } from '../../web/frame.ts'
import { lateWords } from '../../web/messages/late.ts'
import { frameOf } from './frame-of.ts'
import type { App } from './open-visit.ts'

/** The same of a page that is itself loaded late, with the words that come then. */
export function lateFrameOf(c: Context<App>, section?: Section): LateFrame {
  return { ...frameOf(c, section), t: lateWords(c.var.visit.locale) }
}
