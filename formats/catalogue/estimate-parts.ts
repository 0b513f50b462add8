/**
 * How the text of a lesson holds an estimate, as the compiler writes it and as a page draws it. Whoever shows the text as it
 * stands has what is asked, and a fold with the answer and the section that explains it.
 */

/** The id in the page of an estimate, and the name under which a guess stands in an address. */
export function guessAt(estimate: string): string {
  return `guess-${estimate}`
}

/** What is asked, with room for what a page puts there. `place`: the id of its heading, where it has one of its own. */
export function askedPart(
  estimate: string,
  heading: { title: string; place?: string | undefined },
  text: string,
): string {
  const own = guessAt(estimate)
  const { title, place = `${own}-head` } = heading
  return (
    `<section class="estimate f-patina" id="${own}" tabindex="-1" aria-labelledby="${place}">` +
    `<h2 id="${place}">${title}</h2>\n${text}${slot(estimate)}</section>\n`
  )
}

/** The section after it, folded until somebody has guessed or opens it. */
export function foldedPart(estimate: string, { open, answer }: { open: string; answer: string }, text: string): string {
  return (
    `<details class="fold"${foldOf(estimate)}><summary>${open}</summary>\n<p>${answer}</p>${unfolded(estimate)}\n` +
    `${text}</details>${foldEnd(estimate)}\n`
  )
}

/** What a page shows of one estimate, and whether the section after it is still folded. */
export interface DrawnEstimate {
  id: string
  html: string
  isFolded: boolean
}

/** The text with what a page shows of each estimate. */
export function withEstimates(text: string, drawn: readonly DrawnEstimate[]): string {
  return drawn.reduce((before, { id, html, isFolded }) => {
    const after = before.replace(slot(id), () => html)
    return isFolded ? after : withoutFold(after, id)
  }, text)
}

function withoutFold(text: string, id: string): string {
  const start = text.indexOf(`<details class="fold"${foldOf(id)}>`)
  const inside = text.indexOf(unfolded(id))
  if (start === -1 || inside === -1) return text
  const rest = text.slice(inside + unfolded(id).length)
  return text.slice(0, start) + rest.replace(`</details>${foldEnd(id)}`, '')
}

// Comments of our own stand for themselves: the compiler lets none of an author's through.
const slot = (id: string) => `<!--guess ${id}-->`
const foldOf = (id: string) => ` id="${guessAt(id)}-fold"`
const unfolded = (id: string) => `<!--read ${id}-->`
const foldEnd = (id: string) => `<!--/read ${id}-->`
