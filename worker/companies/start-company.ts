import { randomId } from '../chance.ts'
import { inBatch } from '../db/in-batch.ts'
import { recordEntry } from './audit/store.ts'
import { logEvent } from '../log.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { idsOfForm } from './id-of-form.ts'
import { nameKey } from './name-key.ts'
import { chosenTerms, mostOwned } from './rules.ts'
import { recordCompany, selectMembership, selectStarted } from './store.ts'

const dayMs = 24 * 3_600_000

export interface NewCompany {
  name: string
  municipality: string
  sector: string
  size: '1' | '2-9' | '10-49' | '50-249' | '250+'
  /** The founder's name as colleagues know it. */
  displayName: string
  /** What was chosen: all courses, or those ticked. */
  share: string
  courses: readonly string[]
  /** The key of the form: sent twice with the same words, it starts one company. */
  key?: string
}

/**
 * Starts a company with the learner as owner, manager and first member, who has seen and accepted its terms. Gives its
 * id; of a form sent again that of the company that it started (`isClosed`: its owner may open it again), or of
 * another where the learner belongs to that one no more. Refuses a choice of courses that is none, or that says two things, with the reason at `courses`; and more
 * companies than an account may own (`conflict`, `too-many-companies`).
 */
export async function startCompany(
  visit: SignedInVisit,
  wanted: NewCompany,
): Promise<{ id: string; isClosed: boolean }> {
  const { db, learner, now, catalogue } = visit
  const { name, municipality, sector, size, displayName } = wanted
  const known = catalogue.courses.map((course) => course.id)
  const chosen = chosenTerms(wanted, known)
  if ('fault' in chosen) throw new Refusal('invalid', 'courses', { courses: chosen.fault })

  const written = [name, municipality, sector, size, displayName, chosen.terms]
  const ids = await idsOfForm(learner.id, wanted.key ?? '', written)
  const before = await selectStarted(db, learner.id, { ids, now })
  const gone = new Set(before.flatMap(({ id, isIn, isClosed }) => (isIn || isClosed ? [] : id)))
  const id = ids.find((each) => !gone.has(each)) ?? randomId()
  const first = before.find((each) => each.id === id)
  if (first) return { id, isClosed: first.isClosed }

  const company = { id, name, municipality, sector, size, createdAt: now }
  const owner = {
    id: randomId(),
    company: id,
    learner: learner.id,
    role: 'owner',
    name: displayName,
    nameKey: nameKey(displayName),
    termsVersion: 1,
    joinedAt: now,
  } as const
  const limit = { most: mostOwned, since: new Date(now.getTime() - dayMs) }
  const { started, founded } = await inBatch(db, {
    ...recordCompany(db, { company, courses: chosen.terms, owner }, limit),
    entered: recordEntry(db, { company: id, by: learner.id, action: 'company-started', now }),
    founded: selectMembership(db, owner.id),
  })
  if (started.length === 0) throw new Refusal('conflict', 'too-many-companies')
  // Of two presses at once the other may have started it.
  if (founded.length > 0) logEvent(visit, 'company-started', { learner: learner.id })
  return { id, isClosed: false }
}
