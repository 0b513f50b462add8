import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'

import { grants } from '../db/schema/accounts.ts'
import { questionPlaces, questionVersions } from '../db/schema/courses.ts'
import { remarks } from '../db/schema/remarks.ts'
import type { Database } from '../db/client.ts'

export type Remark = typeof remarks.$inferSelect

export const remarksPerPage = 50

/** Keeps a remark once, if the question was ever served in that version on that page. */
export function recordRemark(db: Database, remark: Omit<Remark, 'settledAt'>) {
  const { id, course, question, version, page, locale, text, at } = remark
  return {
    recorded: db.run(sql`insert into ${remarks} (id, course, question, version, page, locale, text, at)
      select ${id}, ${course}, ${question}, ${version}, ${page}, ${locale}, ${text}, ${at.getTime()}
      where exists (select 1 from ${questionVersions} v join ${questionPlaces} p on p.version = v.version
        where v.version = ${version} and v.course = ${course} and v.question = ${question} and p.page = ${page})
      on conflict do nothing`),
    kept: db.select({ text: remarks.text }).from(remarks).where(eq(remarks.id, id)),
  }
}

/** True in SQL when the user is an author. */
function isAuthor(user: string) {
  return sql`exists (select 1 from ${grants} where user_id = ${user} and role = 'author')`
}

export interface RemarkQuery {
  viewer: string
  settled: boolean
  /** Only those before this place, newest first. */
  before: { at: number; id: string } | undefined
}

/** Whether the viewer is an author, and one page of remarks with the question as it was shown; none for anybody else. */
export function readRemarks(db: Database, { viewer, settled, before }: RemarkQuery) {
  return db.batch([
    db
      .select({ role: grants.role })
      .from(grants)
      .where(and(eq(grants.user, viewer), eq(grants.role, 'author'))),
    db
      .select({
        remark: remarks,
        /** As JSON; null where it cannot be read. */
        shown: sql<string | null>`iif(json_valid(${questionVersions.content}), ${questionVersions.content}, null)`,
      })
      .from(remarks)
      .innerJoin(questionVersions, eq(questionVersions.version, remarks.version))
      .where(
        and(
          isAuthor(viewer),
          settled ? isNotNull(remarks.settledAt) : isNull(remarks.settledAt),
          before && sql`(${remarks.at}, ${remarks.id}) < (${before.at}, ${before.id})`,
        ),
      )
      .orderBy(desc(remarks.at), desc(remarks.id))
      .limit(remarksPerPage + 1),
  ])
}

/** Marks a remark as dealt with, or as open again, for an author; no row for anybody else. */
export function settleRemark(db: Database, viewer: string, id: string, settledAt: Date | null) {
  return db
    .update(remarks)
    .set({ settledAt })
    .where(and(eq(remarks.id, id), isAuthor(viewer)))
    .returning({ id: remarks.id })
}
