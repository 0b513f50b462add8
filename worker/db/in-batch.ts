import type { BatchItem } from 'drizzle-orm/batch'

import type { Database } from './client.ts'

type Statement = BatchItem<'sqlite'>
type ResultOf<Item> = Item extends { _: { result: infer Result } } ? Result : never

/** Of one statement its result, of several under one name the list of theirs. */
type Results<Named> = {
  [Name in keyof Named]: Named[Name] extends Statement
    ? ResultOf<Named[Name]>
    : Named[Name] extends readonly (infer Each)[]
      ? ResultOf<Each>[]
      : never
}

/**
 * Runs statements in one batch, in the order in which they are named, and gives their results by name: whoever puts one
 * more among them moves nobody's result. Throws what a batch throws.
 */
export async function inBatch<Named extends Record<string, Statement | readonly Statement[]>>(
  db: Database,
  named: Named,
): Promise<Results<Named>> {
  const lists = Object.entries(named).map(([name, each]) => ({
    name,
    isList: Array.isArray(each),
    each: [each].flat(),
  }))
  const statements = lists.flatMap(({ each }) => each as Statement[])
  const [first, ...others] = statements
  if (!first) throw new Error('a batch without a statement')

  const results: unknown[] = await db.batch([first, ...others])
  let from = 0
  const entries = lists.map(({ name, isList, each }) => {
    const own = results.slice(from, (from += each.length))
    return [name, isList ? own : own[0]]
  })
  return Object.fromEntries(entries) as Results<Named>
}
