/**
 * Throws for SQL that compares a column with itself: among the fields of a select from one table drizzle leaves out
 * whose the columns are, and a subselect there that was to look for the rows of one finds those of all.
 */
export function refuseSelfComparison(statements: string): void {
  const found = /(?<![."\w])\\?"?(\w+)\\?"?\s*=\s*\\?"\1\\?"(?![."\w])/.exec(statements)
  if (found)
    throw new Error(
      `a column is compared with itself: …${statements.slice(Math.max(0, found.index - 200), found.index + 60)}`,
    )
}

/** `fetch` that looks through what is asked of a database. */
export async function lookingFetch(request: Request): Promise<Response> {
  refuseSelfComparison(await request.clone().text())
  return fetch(request)
}
