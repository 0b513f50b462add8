import { type Child, raw } from '../html/html.ts'

import type { Given } from '../../worker/questions/given.ts'
import type { AnsweredOption } from '../../worker/questions/options.ts'
import type { OptionView } from '../../worker/questions/versioned.ts'
import type { Frame } from '../frame.ts'
import { Mark, type MarkWords } from './mark.tsx'

interface PicksProps {
  name: string
  /** One of them only: radios instead of checkboxes. */
  isOne: boolean
  options: OptionView[]
  given: Given
  required: boolean
}

/** The options as native radios or checkboxes; the whole row can be pressed. */
export function Picks({ name, isOne, options, given, required }: PicksProps) {
  const chosen = Array.isArray(given) ? given : []
  return (
    <div class="options">
      {options.map((option) => (
        <label class="pick">
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={name}
            value={option.token}
            checked={chosen.includes(option.token)}
            required={required && isOne}
          />
          <span>{raw(option.text)}</span>
        </label>
      ))}
    </div>
  )
}

interface AnsweredPicksProps {
  frame: Frame
  options: AnsweredOption[]
  mark: (option: AnsweredOption) => MarkWords
  /** Tags what was chosen. */
  own: string
  /** Items that follow. */
  children?: Child
}

/** Every option with its reason. */
export function AnsweredPicks({ frame, options, mark, own, children = null }: AnsweredPicksProps) {
  return (
    <ul class="options">
      {options.map((option) => (
        <Mark frame={frame} {...mark(option)} own={option.chosen ? own : undefined}>
          <p class="option__text">{raw(option.text)}</p>
          <p>{raw(option.feedback)}</p>
        </Mark>
      ))}
      {children}
    </ul>
  )
}
