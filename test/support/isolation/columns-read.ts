import { inject } from 'vitest'

/** The texts of the statements in what was sent to the database. */
export function statementsIn(body: string): string[] {
  const found: string[] = []
  JSON.parse(body, (key, value: unknown) => {
    if (key === 'sql' && typeof value === 'string') found.push(value)
    return value
  })
  return found
}

const aboutCompanies =
  /\b(companies|teams|terms|memberships|team_managers|openings|audit_entries|earlier_shares|invitations|company_events)\b/
const reads = /^\s*(select|with|insert\b[\s\S]*\bselect)\b/i

/** Those that read, and have to do with companies. */
export function companyReadings(statements: Iterable<string>): string[] {
  return [...new Set(statements)].filter((text) => aboutCompanies.test(text) && reads.test(text))
}

/** The columns at which statements look, whether they are then told or only compared; see test/support/explainer.ts. */
export async function columnsRead(statements: readonly string[]): Promise<string[]> {
  const answer = await fetch(inject('explainerUrl'), { method: 'POST', body: JSON.stringify(statements) })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}
