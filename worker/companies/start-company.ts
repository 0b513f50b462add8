import { randomId } from '../chance.ts'
import type { SignedInVisit } from '../visit.ts'
import { nameKey } from './name-key.ts'
import { recordCompany } from './store.ts'

export interface NewCompany {
  name: string
  municipality: string
  sector: string
  size: '1' | '2-9' | '10-49' | '50-249' | '250+'
  /** The founder's name as colleagues know it. */
  displayName: string
  /** What the terms name. */
  courses: string[] | 'all'
}

/** Starts a company with the learner as owner, manager and first member, who has seen and accepted its terms. Gives its id. */
export async function startCompany({ db, learner, now }: SignedInVisit, wanted: NewCompany): Promise<string> {
  const { name, municipality, sector, size, displayName, courses } = wanted
  const id = randomId()
  await db.batch(
    recordCompany(db, { id, name, municipality, sector, size, createdAt: now }, courses, {
      id: randomId(),
      company: id,
      learner: learner.id,
      role: 'owner',
      name: displayName,
      nameKey: nameKey(displayName),
      termsVersion: 1,
      joinedAt: now,
    }),
  )
  return id
}
