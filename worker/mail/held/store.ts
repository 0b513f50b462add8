import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { mailConsents, mails } from '../../db/schema/mail.ts'
import { wasOwnAt } from '../../accounts/store.ts'
import { selectBounces } from '../store.ts'

/**
 * Statements that read what mail holds about somebody, by what each is called in the document for them. `emails`: a query
 * for the account's addresses, as `email`. Never what a mail says: it may hold a code; nor any mail about another account,
 * which may have had the address before.
 */
export function heldInMail(db: Database, learner: string, emails: SQL) {
  const { kind, recipient, locale, createdAt, dueAt, expiresAt, tries, sentAt, refusedAt, isLast } = mails
  return {
    mails: db
      .select({
        kind,
        to: recipient,
        language: locale,
        createdAt,
        dueAt,
        expiresAt,
        timesTried: tries,
        sentAt,
        refusedAt,
        isLast,
        isWaiting: sql`${mails.body} <> ''`.mapWith(Boolean),
      })
      .from(mails)
      .where(
        or(
          eq(mails.owner, learner),
          and(isNull(mails.owner), wasOwnAt(learner, sql`${mails.recipient}`, sql`${mails.createdAt}`)),
        ),
      )
      .orderBy(mails.createdAt),
    'letters agreed to': db
      .select({ kind: mailConsents.kind, givenAt: mailConsents.givenAt, withdrawnAt: mailConsents.withdrawnAt })
      .from(mailConsents)
      .where(eq(mailConsents.learner, learner))
      .orderBy(mailConsents.kind),
    'addresses that mail does not reach': selectBounces(db, emails),
  }
}
