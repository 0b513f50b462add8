/** Indexes of the lines within blocks of code that are fenced with ``` or ~~~. */
export function linesInCode(lines: readonly string[]): Set<number> {
  const inside = new Set<number>()
  let fence: string | undefined
  for (const [i, line] of lines.entries()) {
    const mark = /^\s{0,6}(?:>\s?)?(```+|~~~+)/.exec(line)?.[1]
    if (mark || fence !== undefined) inside.add(i)
    if (mark && fence === undefined) fence = mark
    else if (mark && fence !== undefined && mark.startsWith(fence)) fence = undefined
  }
  return inside
}
