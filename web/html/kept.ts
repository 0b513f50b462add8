import { escaped, Html } from './html.ts'
import { OfBuild } from './of-build.ts'

/** A character that is none, and stands in no text: where the filling goes. */
const mark = '\uFFFE'
const hole = new Html(mark)
const drawings = new OfBuild<string[]>()

/**
 * Part of a page, drawn once. `owner` is what it shows; `variant` names all else that it depends on. Nothing about a
 * person belongs in it, except as the `filling` of its one hole, which is text and is escaped.
 */
export function kept(owner: object, variant: string, draw: (hole: Html) => Html, filling?: string): Html {
  const [before = '', after] = drawings.of(owner, variant, () => partsOf(draw(hole)))
  if ((after === undefined) !== (filling === undefined)) throw new Error(`${variant}: a hole and a filling go together`)
  return new Html(filling === undefined ? before : before + escaped(filling) + after)
}

/** Flat: a text put together is a tree of its pieces to V8 until somebody reads a character of it. */
function partsOf(drawing: Html): string[] {
  const parts = drawing.toString().split(mark)
  if (parts.length > 2) throw new Error('a kept drawing has one hole')
  return parts
}
