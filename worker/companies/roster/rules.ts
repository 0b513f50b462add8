export const rosterSize = 25

export const rosterRoles = ['owner', 'manager', 'team-manager', 'member'] as const
export type RosterRole = (typeof rosterRoles)[number]

/** Where a page of a list stands: "26–50 of 250", and the pages that lead on. */
export interface Place {
  page: number
  pages: number
  from: number
  to: number
  of: number
}

/** `undefined` beyond the last page. */
export function placeOn(page: number, of: number): Place | undefined {
  const pages = Math.max(1, Math.ceil(of / rosterSize))
  if (page > pages) return undefined
  const from = Math.min(of, (page - 1) * rosterSize + 1)
  return { page, pages, from, to: Math.min(of, page * rosterSize), of }
}

/** The numbers to show: the first, the last, and those beside this one; `undefined` where some are left out. */
export function pageNumbers({ page, pages }: Place): (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const numbers = [...new Set(near)].toSorted((a, b) => a - b)
  return numbers.flatMap((number, i) => {
    const before = numbers[i - 1] ?? 0
    if (number - before === 2) return [number - 1, number]
    return number - before > 2 ? [undefined, number] : [number]
  })
}
