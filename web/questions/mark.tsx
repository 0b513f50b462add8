import type { Child } from '../html/html.ts'

import { Icon } from '../components/icon.tsx'
import type { Frame } from '../frame.ts'
import type { MessageKey } from '../messages/translate.ts'

export interface MarkWords {
  look: 'right' | 'chosen' | 'plain'
  icon: 'right' | 'wrong'
  words: MessageKey
}

interface MarkProps extends MarkWords {
  frame: Frame
  /** Says that this was the learner's own choice. */
  own?: string | undefined
  children: Child
}

/** One part of an answered question. */
export function Mark({ frame: { t }, look, icon, words, own, children }: MarkProps) {
  return (
    <li class={look === 'plain' ? 'option' : `option option--${look}`}>
      <p class="option__mark">
        <Icon name={icon} />
        {t(words)} {own ? <span class="yours">{own}</span> : null}
      </p>
      {children}
    </li>
  )
}

export function optionMark({ right, chosen }: { right: boolean; chosen: boolean }): MarkWords {
  if (right) return { look: 'right', icon: 'right', words: 'question.option.right' }
  return { look: chosen ? 'chosen' : 'plain', icon: 'wrong', words: 'question.option.not-right' }
}
