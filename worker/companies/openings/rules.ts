/** So long the employee can see who opened a page or a file with their row on it. */
export const openingDays = 90

/** Who a manager was, as the employee reads it. */
export type OpenerRole = 'owner' | 'manager' | 'team' | 'former' | 'gone'

interface OpenerRow {
  /** The name that manager had in the company; null: the account is no more. */
  name: string | null
  role: string | null
  /** The team whose rows they opened; empty: the whole company. */
  scope: string
  hasLeft: boolean
}

/** What somebody who opened a page is called: by their role today, and by nothing once their account is gone. */
function openerRole({ name, role, scope, hasLeft }: OpenerRow): OpenerRole {
  if (name === null) return 'gone'
  if (hasLeft) return 'former'
  if (role === 'owner' || role === 'manager') return role
  return scope === '' ? 'former' : 'team'
}

/** The days on which a page was opened, each once, in the order of the rows, with everybody who opened one. */
export function daysOpened(rows: readonly (OpenerRow & { day: string; team: string | null })[]) {
  const days = new Map<string, { role: OpenerRole; name: string; team: string }[]>()
  for (const row of rows) {
    const role = openerRole(row)
    // A team that is no more has no name: whoever ran it was a manager.
    const by = {
      role: role === 'team' && row.team === null ? 'manager' : role,
      name: row.name ?? '',
      team: row.team ?? '',
    }
    days.set(row.day, [...(days.get(row.day) ?? []), by])
  }
  return [...days].map(([day, by]) => ({ day, by }))
}

/** Browsers fetch pages that nobody has asked for yet: such a request is no opening. */
export function isPrefetch(headers: Headers): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    /\b(prefetch|prerender|preview)\b/i.test(headers.get(name) ?? ''),
  )
}
