import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { newCode } from '../rules.ts'
import { recordAsk, selectMerger, selectOwned, withdrawMerger } from './store.ts'

/** A company's merger as its owners see it, and which others the viewer owns. Not found for anybody else. */
export async function findMerger({ db, learner, now }: SignedInVisit, company: string) {
  const [[merger], owned] = await db.batch([
    selectMerger(db, company, { owner: learner.id, now }),
    selectOwned(db, learner.id, company),
  ])
  if (!merger) throw new Refusal('not-found', 'company')
  return { ...merger, owned }
}

/** A new question to an owner of another company, whose code takes the place of the one before. */
export async function askMerger(visit: SignedInVisit, company: string): Promise<void> {
  const { db, learner, now } = visit
  const merger = await findMerger(visit, company)
  if (merger.into) throw new Refusal('conflict', 'merging')
  const { code, expiresAt } = newCode(crypto.getRandomValues(new Uint8Array(16)), now)
  await inBatch(db, {
    ...recordAsk(db, company, { code, by: learner.id, now, expiresAt }),
    entered: recordEntry(db, { company, by: learner.id, action: 'link-made', facts: { for: 'merger' }, now }),
  })
}

/** Takes the question back, or the merger itself while the company is open; that is in the log of both. */
export async function takeMergerBack(visit: SignedInVisit, company: string): Promise<void> {
  const { db, learner, now } = visit
  await findMerger(visit, company)
  const { withdrawn, unmerged, wasOnlyAsked, isMerging, into } = withdrawMerger(db, company, { by: learner.id, now })
  const entry = { by: learner.id, action: 'merger-withdrawn', now, when: isMerging } as const
  await inBatch(db, {
    withdrawn,
    closed: recordEntry(db, {
      company,
      by: learner.id,
      action: 'link-closed',
      facts: { for: 'merger' },
      now,
      when: wasOnlyAsked,
    }),
    entered: recordEntry(db, { ...entry, company, facts: { part: 'closing' } }),
    enteredThere: recordEntry(db, { ...entry, company: into, facts: { part: 'staying' } }),
    unmerged,
  })
}
