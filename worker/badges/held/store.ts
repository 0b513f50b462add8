import { and, eq } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { readable } from '../../db/readable.ts'
import { achievements, awards } from '../../db/schema/badges.ts'

/** Statements that read what badges hold about somebody, by what each is called in the document for them. */
export function heldInBadges(db: Database, learner: string) {
  const { id, badge, course, courseVersion, attempt, at, day, withdrawnAt, mergedAt, sameAs } = awards
  return {
    badges: db
      .select({
        id,
        badge,
        course,
        courseVersion,
        test: attempt,
        at,
        day,
        withdrawnAt,
        cameWithAnotherAccountAt: mergedAt,
        countsTogetherWith: sameAs,
        standsFor: readable(achievements.content),
      })
      .from(awards)
      .leftJoin(achievements, and(eq(achievements.badge, awards.badge), eq(achievements.version, awards.courseVersion)))
      .where(eq(awards.learner, learner))
      .orderBy(awards.at),
  }
}
