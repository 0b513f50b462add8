import { storyOf } from '../../../worker/questions/story.ts'

interface Way {
  /** Ordinals of the choices, in their sequence. */
  choices: number[]
  /** The parts it goes through, the ending included. */
  parts: number[]
}

/** Every way from the beginning to a part without choices; one that closes a circle ends there. At most 2,000. */
export function waysThrough(parts: readonly { leads: readonly number[] }[]): Way[] {
  const { choices } = storyOf(parts)
  const ways: Way[] = []
  const walk = (way: Way) => {
    const at = way.parts.at(-1)!
    const on = choices.flatMap(({ part, to }, ordinal) => (part === at ? [{ ordinal, to }] : []))
    if (on.length === 0 || way.parts.indexOf(at) < way.parts.length - 1) return void ways.push(way)
    for (const { ordinal, to } of on) {
      if (ways.length >= 2000) return
      walk({ choices: [...way.choices, ordinal], parts: [...way.parts, to] })
    }
  }
  if (parts.length > 0) walk({ choices: [], parts: [0] })
  return ways
}
