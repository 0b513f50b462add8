import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { nameKey } from '../name-key.ts'
import { selectOwnName, setOwnName } from './store.ts'

/** Somebody's own name in a company. Not found for a stranger. */
export async function findOwnName({ db, learner }: SignedInVisit, company: string) {
  const [own] = await selectOwnName(db, company, learner.id)
  if (!own) throw new Refusal('not-found', 'company')
  return own
}

/** The name that colleagues know, by its bearer. */
export async function writeOwnName({ db, learner, now }: SignedInVisit, company: string, name: string): Promise<void> {
  await db.batch([
    setOwnName(db, learner.id, { company, name, nameKey: nameKey(name) }),
    recordEntry(db, { company, by: learner.id, action: 'name-put-back', now }),
  ])
}

/** Puts back the name that its bearer wrote, where somebody who runs the company had corrected it. */
export async function putNameBack(visit: SignedInVisit, company: string): Promise<void> {
  const { ownName } = await findOwnName(visit, company)
  if (ownName !== null) await writeOwnName(visit, company, ownName)
}
