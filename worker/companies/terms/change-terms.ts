import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { sendMails } from '../../mail/send-mails.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { mailMembers } from '../members/mail-members.ts'
import { chosenTerms, type Terms, undoMs } from '../rules.ts'
import { unlessDone } from '../unless-done.ts'
import { readTerms } from './read-terms.ts'
import { isSame, mostVersionsADay, sharedOf, showsMore } from './rules.ts'
import { acceptOwn, insertVersion, selectMade, whoIsAsked } from './store.ts'

interface Choice {
  share: string
  courses: readonly string[]
  /** The version that was on the screen. */
  version: number
}

/**
 * Makes a new version of the terms, by an owner, whose own yes the press is. What it leaves out is shared of nobody any
 * more; what it adds, of those who say yes to it: they are told by mail and on their page. The same choice as before
 * changes nothing. `conflict`, `newer`: somebody else made another one meanwhile; `too-many`: ten in a day.
 */
export function changeTerms(visit: SignedInVisit, company: string, choice: Choice): Promise<'made' | 'same'> {
  return unlessDone(() => makeVersion(visit, company, choice), {
    reasons: ['newer'],
    done: async () => {
      const { newest } = await readTerms(visit, company)
      const isNext = newest.version === choice.version + 1
      return isNext && isSame(chosenOf(visit, choice), newest.courses) ? 'made' : undefined
    },
  })
}

function chosenOf({ catalogue }: SignedInVisit, choice: Choice): Terms {
  const known = catalogue.courses.map((course) => course.id)
  const chosen = chosenTerms(choice, known)
  if ('fault' in chosen) throw new Refusal('invalid', 'courses', { courses: chosen.fault })
  return chosen.terms
}

async function makeVersion(visit: SignedInVisit, company: string, choice: Choice): Promise<'made' | 'same'> {
  const { db, learner, now } = visit
  const courses = chosenOf(visit, choice)

  const { name, versions, newest } = await readTerms(visit, company)
  if (choice.version !== newest.version) throw new Refusal('conflict', 'newer')
  if (isSame(courses, newest.courses)) return 'same'
  const today = versions.filter(({ at }) => now.getTime() - at.getTime() < undoMs)
  if (today.length >= mostVersionsADay) throw new Refusal('too-many', 'versions')

  const made = { company, owner: learner.id, after: newest.version, courses, now }
  const all = [...versions, { version: made.after + 1, courses }]
  const asked = versions.filter(({ version }) => showsMore(courses, sharedOf(all, version)))
  const { inserted } = await inBatch(db, {
    version: insertVersion(db, made),
    entered: recordEntry(db, {
      company,
      by: learner.id,
      action: 'terms-changed',
      facts: { version: made.after + 1 },
      now,
    }),
    own: acceptOwn(db, made),
    told: mailMembers(visit, {
      id: `terms-${made.after + 1}`,
      kind: 'terms',
      recipients: whoIsAsked(
        made,
        asked.map(({ version }) => version),
      ),
      values: { company: name, version: String(made.after + 1) },
    }),
    inserted: selectMade(db, made),
  })
  if (inserted.length === 0) throw new Refusal('conflict', 'newer')
  logEvent(visit, 'terms-changed', { learner: learner.id })
  visit.later(sendMails(visit))
  return 'made'
}
