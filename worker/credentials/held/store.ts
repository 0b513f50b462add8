import { eq } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { readable } from '../../db/readable.ts'
import { awards } from '../../db/schema/badges.ts'
import { credentials, reissues } from '../../db/schema/credentials.ts'

/** Statements that read what credentials hold about somebody, by what each is called in the document for them. */
export function heldInCredentials(db: Database, learner: string) {
  return {
    'badges as signed': db
      .select({
        badge: credentials.award,
        subject: credentials.subject,
        nameShown: credentials.holder,
        issue: credentials.issue,
        validFrom: credentials.validFrom,
        key: credentials.key,
        statusList: credentials.statusList,
        placeInStatusList: credentials.statusIndex,
        file: readable(credentials.json),
      })
      .from(credentials)
      .innerJoin(awards, eq(awards.id, credentials.award))
      .where(eq(awards.learner, learner))
      .orderBy(credentials.validFrom),
    'badges that came to say something else': db
      .select({ badge: reissues.award, at: reissues.at })
      .from(reissues)
      .innerJoin(awards, eq(awards.id, reissues.award))
      .where(eq(awards.learner, learner))
      .orderBy(reissues.at),
  }
}
