import type { LateFrame } from '../../../web/frame.ts'
import { lateWords } from '../../../web/messages/late.ts'

/** Somebody who is signed out and reads Swedish, unless told otherwise. */
export function frame(more: Partial<LateFrame> = {}): LateFrame {
  const locale = more.locale ?? 'sv'
  return {
    locale,
    t: lateWords(locale),
    learner: undefined,
    theme: 'auto',
    path: `/${locale}`,
    section: 'none',
    demo: false,
    ...more,
  }
}

export const amira = { name: 'Amira', email: 'amira@siljansplat.example', account: 'a1' }

/** What the browser would get. */
export function html(page: { toString(): string }): string {
  return page.toString()
}
