import { at, path } from './modules.ts'
import { INK } from './paint.ts'

/** Letters 60 units high and wide, drawn with a stroke of 15, so that no font is needed. */
const letters = [
  'M0 0H36L60 20V40L36 60H0ZM15 15V45H31L45 34V26L31 15Z',
  'M0 0H56V14H15V23H48V37H15V46H56V60H0Z',
  'M0 0H17L32 26L47 0H64V60H49V27L36 48H28L15 27V60H0Z',
  'M20 0H44L64 20V40L44 60H20L0 40V20ZM26 15L15 26V34L26 45H38L49 34V26L38 15Z',
]
const ADVANCE = 84

/** A band across a picture of 512 units that says DEMO, 96 units high from `top`. */
export function demoBand(top: number): string {
  const word = letters.map((letter, i) => at(i * ADVANCE, 0, `<path fill-rule="evenodd" d="${letter}"/>`)).join('')
  return (
    path(`M0 ${top}h512v96h-512Z`, INK.charcoal) +
    path(`M0 ${top + 8}h512v80h-512Z`, INK.straw) +
    `<g fill="${INK.charcoal}" transform="translate(98 ${top + 18})">${word}</g>`
  )
}
