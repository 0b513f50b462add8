import { randomId } from '../chance.ts'
import { recordEntry } from './audit/store.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { nameKey } from './name-key.ts'
import { chosenTerms } from './rules.ts'
import { recordCompany } from './store.ts'

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
}

/**
 * Starts a company with the learner as owner, manager and first member, who has seen and accepted its terms. Gives its
 * id. Refuses a choice of courses that is none, or that says two things, with the reason at `courses`.
 */
export async function startCompany(visit: SignedInVisit, wanted: NewCompany): Promise<string> {
  const { db, learner, now, catalogue } = visit
  const { name, municipality, sector, size, displayName } = wanted
  const known = catalogue.courses.map((course) => course.id)
  const chosen = chosenTerms(wanted, known)
  if ('fault' in chosen) throw new Refusal('invalid', 'courses', { courses: chosen.fault })

  const id = randomId()
  await db.batch([
    ...recordCompany(db, { id, name, municipality, sector, size, createdAt: now }, chosen.terms, {
      id: randomId(),
      company: id,
      learner: learner.id,
      role: 'owner',
      name: displayName,
      nameKey: nameKey(displayName),
      termsVersion: 1,
      joinedAt: now,
    }),
    recordEntry(db, { company: id, by: learner.id, action: 'company-started', now }),
  ])
  return id
}
