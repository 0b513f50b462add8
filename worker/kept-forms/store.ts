import { and, eq, gt, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { readable } from '../db/readable.ts'
import { users } from '../db/schema/accounts.ts'
import { keptForms } from '../db/schema/kept-forms.ts'
import { mostKept, sendable } from './rules.ts'

export type KeptForm = typeof keptForms.$inferSelect

interface InPlace {
  /** Every pseudonym of theirs. */
  whos: readonly string[]
  id: string
}

/** Keeps a form beside the last few (`most`) of the same kind and person; nothing of a learner whose account is gone, where that is known. */
export function recordForm(db: Database, form: Omit<KeptForm, 'sentAt'>, learner: string | undefined, most = mostKept) {
  const { id, who, kind, path, page, fields, at } = form
  return {
    recorded: db.run(sql`insert into ${keptForms} (id, who, kind, path, page, fields, at)
      select ${id}, ${who}, ${kind}, ${path}, ${page}, ${JSON.stringify(fields)}, ${at.getTime()}
      where ${learner ?? null} is null or exists (select 1 from ${users} where id = ${learner ?? null})
      on conflict do nothing`),
    oldestGone: db.run(sql`delete from ${keptForms} where who = ${who} and kind = ${kind} and id not in
      (select id from ${keptForms} where who = ${who} and kind = ${kind} order by at desc, id limit ${most})`),
    kept: db.select({ id: keptForms.id }).from(keptForms).where(eq(keptForms.id, id)),
  }
}

/** What waits to be sent, the oldest first. */
export function selectForms(db: Database, whos: readonly string[], since: Date) {
  return db
    .select()
    .from(keptForms)
    .where(and(inArray(keptForms.who, whos), gt(keptForms.at, since), isNull(keptForms.sentAt)))
    .orderBy(keptForms.at, keptForms.id)
}

/** The fields of one that was kept under a kind, however they can be read. */
export function selectResult(db: Database, { whos, id, kind }: InPlace & { kind: string }, since: Date) {
  return db
    .select({ fields: readable(keptForms.fields) })
    .from(keptForms)
    .where(and(inArray(keptForms.who, whos), eq(keptForms.id, id), eq(keptForms.kind, kind), gt(keptForms.at, since)))
}

/** Sends a form on its way, once; answers where to, or no row. Pressed twice (`since`) it goes the same way again. */
export function markSent(db: Database, { whos, id }: InPlace, { now, since }: { now: Date; since: Date }) {
  return db
    .update(keptForms)
    .set({ sentAt: sql`coalesce(sent_at, ${now.getTime()})` })
    .where(
      and(
        inArray(keptForms.who, whos),
        eq(keptForms.id, id),
        inArray(keptForms.kind, sendable),
        or(isNull(keptForms.sentAt), gt(keptForms.sentAt, since)),
      ),
    )
    .returning({ path: keptForms.path })
}

export function deleteForm(db: Database, { whos, id }: InPlace) {
  return db
    .delete(keptForms)
    .where(and(inArray(keptForms.who, whos), eq(keptForms.id, id), inArray(keptForms.kind, sendable)))
}

/** A row where something of theirs is kept under this id that is no form. */
export function selectOther(db: Database, { whos, id }: InPlace) {
  return db
    .select({ kind: keptForms.kind })
    .from(keptForms)
    .where(and(inArray(keptForms.who, whos), eq(keptForms.id, id), notInArray(keptForms.kind, [...sendable])))
}

export function deleteFormsOf(db: Database, whos: readonly string[]) {
  return db.delete(keptForms).where(inArray(keptForms.who, whos))
}

export function deleteOldForms(db: Database, before: Date) {
  return db.delete(keptForms).where(lte(keptForms.at, before))
}
