import { z } from '@hono/zod-openapi'

import type { Chosen, DraftAnswer, Given } from './given.ts'
import type { InWords } from './type-rules.ts'
import type { Shown, Told } from './versioned.ts'

/** What the types have in common whose answer is typed. */

export interface TypedView extends Shown {
  /** Plain text; empty where there is none. */
  unit: string
}

export interface AnsweredTyped extends Told {
  /** Plain text, and a number written as the language writes it; empty when nothing was given. */
  own: string
  right: string
  feedback: string
}

export const unit = z.string().openapi({ description: 'Of a number, or empty.' })
export const answeredFields = {
  own: z.string().openapi({ description: 'What you gave; empty for nothing.' }),
  right: z.string(),
  feedback: z.string().openapi({ description: 'For the outcome there was. Inline HTML.' }),
}

/** How what is typed is kept, given again and told, whatever it means. It has no parts. */
export const typing = {
  count: () => 0,
  order: (): number[] => [],
  resume(draft: DraftAnswer): Given {
    if (typeof draft === 'string') return draft
    return 'typed' in draft ? draft.typed : []
  },
  handedIn: (chosen: Chosen): DraftAnswer => chosen,
  sent: (given: Given): string[] | string => (typeof given === 'string' ? given : []),
  inWords: (_: unknown, given: Given): InWords => ({ typed: typeof given === 'string' ? given : '', options: [] }),
  authoredOptions: () => undefined,
}
