import { and, inArray, notLike } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { readable } from '../../db/readable.ts'
import { keptForms } from '../../db/schema/kept-forms.ts'

/**
 * What was sent after somebody's session had ended; `whos` are their pseudonyms. A statement for the document for
 * them. Lists of people to invite are others' names and addresses: no part of it.
 */
export function heldInKeptForms(db: Database, whos: readonly string[]) {
  const { kind, path, page, at, sentAt } = keptForms
  return {
    'forms sent too late': db
      .select({ kind, path, page, fields: readable(keptForms.fields), at, sentAt })
      .from(keptForms)
      .where(and(inArray(keptForms.who, whos), notLike(keptForms.kind, 'list%')))
      .orderBy(keptForms.at),
  }
}
