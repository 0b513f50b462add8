/** The shape of a story in parts, each with the parts that its choices lead to. Nothing of words. */

interface Part {
  leads: readonly number[]
}

/** A choice of a part, and where it leads. */
interface Choice {
  part: number
  /** Which of the part's choices. */
  nth: number
  to: number
}

export interface Step {
  part: number
  /** The ordinal of the choice among all of the story. */
  choice: number
  to: number
}

interface Story {
  /** Part by part as authored: a choice's ordinal is its place here. */
  choices: readonly Choice[]
  /** How many choices the longest way to an ending has. */
  longest: number
}

const known = new WeakMap<readonly Part[], Story>()

/** Found once for the parts of a question. */
export function storyOf(parts: readonly Part[]): Story {
  const found = known.get(parts)
  if (found) return found

  const choices = parts.flatMap(({ leads }, part) => leads.map((to, nth) => ({ part, nth, to })))
  const story = { choices, longest: longestWay(parts) }
  known.set(parts, story)
  return story
}

/** As far as the ordinals are a way through the story from its beginning. */
export function stepsAlong(parts: readonly Part[], way: readonly number[]): Step[] {
  const { choices } = storyOf(parts)
  const steps: Step[] = []
  let at = 0
  for (const ordinal of way) {
    const choice = choices[ordinal]
    if (choice?.part !== at) break
    steps.push({ part: at, choice: ordinal, to: choice.to })
    at = choice.to
  }
  return steps
}

/** Each part is looked at once. A story that goes in a circle is refused where it is compiled; here it ends where it closes. */
function longestWay(parts: readonly Part[]): number {
  const found = new Map<number, number>()
  const longestFrom = (at: number): number => {
    const seen = found.get(at)
    if (seen !== undefined) return seen
    found.set(at, 0)
    const longest = Math.max(0, ...(parts[at]?.leads ?? []).map((to) => 1 + longestFrom(to)))
    found.set(at, longest)
    return longest
  }
  return longestFrom(0)
}
