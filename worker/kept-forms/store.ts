import { and, eq, gt, lte } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { keptForms } from '../db/schema/kept-forms.ts'

export type KeptForm = typeof keptForms.$inferSelect

/** Keeps a form in place of whatever was kept for the same person. */
export function recordForm(db: Database, form: KeptForm) {
  const { path, page, fields, at } = form
  return db
    .insert(keptForms)
    .values(form)
    .onConflictDoUpdate({ target: keptForms.who, set: { path, page, fields, at } })
}

export function selectForm(db: Database, who: string, since: Date) {
  return db
    .select()
    .from(keptForms)
    .where(and(eq(keptForms.who, who), gt(keptForms.at, since)))
}

export function deleteForm(db: Database, who: string) {
  return db.delete(keptForms).where(eq(keptForms.who, who))
}

export function deleteOldForms(db: Database, before: Date) {
  return db.delete(keptForms).where(lte(keptForms.at, before))
}
