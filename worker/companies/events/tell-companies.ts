import type { SQL } from 'drizzle-orm'

import type { Visit } from '../../visit.ts'
import { mailMembers } from '../members/mail-members.ts'
import { everybodyIn, whoBelongs } from '../members/store.ts'
import { recordEntry } from '../audit/store.ts'
import { isUntold, recordTold, selectUntold } from './store.ts'

type Untold = Awaited<ReturnType<typeof selectUntold>>[number]

/** Mails whom it concerns: the new owner, or everybody in a company that is to close. Run twice at once, once is mailed. */
export async function tellCompanies({ openDb: db, now }: Pick<Visit, 'openDb' | 'now'>): Promise<void> {
  const statements = (await selectUntold(db)).flatMap((event) => [
    ...mailsAbout(event).map(({ kind, recipients, values }) =>
      mailMembers(
        { db, now, locale: 'sv' },
        { id: `${event.id}${kind === 'staying' ? '-staying' : ''}`, kind, recipients, values },
      ),
    ),
    entryOf(db, event, now),
    recordTold(db, event.id, now),
  ])
  const [first, ...rest] = statements
  if (first) await db.batch([first, ...rest])
}

/** The statement that enters in the company's log what nobody's press did, once: with the mails about it. */
function entryOf(db: Visit['openDb'], { id, company, kind, member }: Untold, now: Date) {
  return recordEntry(db, {
    company,
    by: undefined,
    action: kind === 'closing' ? 'company-closing' : kind,
    ...(member === null ? {} : { subject: member }),
    now,
    when: isUntold(id),
  })
}

interface MailAbout {
  kind: 'owner' | 'closing' | 'staying'
  recipients: SQL
  values: Record<string, string | Date>
}

/** A company that got an owner before anybody was told has nothing to tell. */
function mailsAbout({ kind, company, name, member, closesAt, wasClosing }: Untold): MailAbout[] {
  if (kind === 'closing') {
    if (closesAt === null) return []
    return [{ kind, recipients: everybodyIn(company), values: { company: name, day: new Date(closesAt) } }]
  }
  const values = { company: name }
  return [
    ...(member === null ? [] : [{ kind: 'owner', recipients: whoBelongs(member), values } as const]),
    ...(wasClosing ? [{ kind: 'staying', recipients: everybodyIn(company), values } as const] : []),
  ]
}
