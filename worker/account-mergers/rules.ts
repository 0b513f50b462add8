/** For so long it is remembered in a browser that another account was shown to be one's own. */
export const proofMinutes = 30

/** Another account that whoever is signed in has shown to be theirs; `email`: by the code that was mailed there, or empty. */
export interface Proof {
  account: string
  email: string
}

interface Account {
  id: string
  createdAt: Date
}

/** Of two accounts of one person the older stays. */
export function olderOf<A extends Account>(one: A, other: A): { stays: A; ends: A } {
  const [a, b] = [one.createdAt.getTime(), other.createdAt.getTime()]
  return a < b || (a === b && one.id < other.id) ? { stays: one, ends: other } : { stays: other, ends: one }
}

const ranks = ['member', 'manager', 'owner'] as const

/** Companies of two accounts, the ones that both are in once and with the higher role. */
export function companiesTogether<C extends { company: string; name: string; role: string; learner: string }>(
  rows: readonly C[],
): { company: string; name: string; role: (typeof ranks)[number]; isBoth: boolean }[] {
  const ids = [...new Set(rows.map(({ company }) => company))]
  return ids.map((company) => {
    const own = rows.filter((row) => row.company === company)
    const role = [...ranks].reverse().find((each) => own.some((row) => row.role === each)) ?? 'member'
    return { company, name: own[0]!.name, role, isBoth: new Set(own.map(({ learner }) => learner)).size > 1 }
  })
}
