import { inArray } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { readable } from '../../db/readable.ts'
import { keptForms } from '../../db/schema/kept-forms.ts'

/** What was sent after somebody's session had ended; `whos` are their pseudonyms. A statement for the document for them. */
export function heldInKeptForms(db: Database, whos: readonly string[]) {
  const { kind, path, page, at, sentAt } = keptForms
  return {
    'forms sent too late': db
      .select({ kind, path, page, fields: readable(keptForms.fields), at, sentAt })
      .from(keptForms)
      .where(inArray(keptForms.who, whos))
      .orderBy(keptForms.at),
  }
}
