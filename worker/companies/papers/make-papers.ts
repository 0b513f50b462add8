import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { newCode } from '../rules.ts'
import { type PapersFault, readNames } from './rules.ts'
import { recordPapers, selectInviting, selectPapers, withdrawPaper } from './store.ts'

interface Wish {
  /** One a line. */
  names: string
  team: string | undefined
  onBehalf: boolean
}

/**
 * Invitations to print, one for each name. Gives how many are new: names that have one open already get no second.
 * Not found for whoever does not run the company.
 */
export async function makePapers(
  { db, learner, now }: SignedInVisit,
  company: string,
  { names: typed, team, onBehalf }: Wish,
): Promise<{ made: number } | PapersFault> {
  const read = readNames(typed)
  if ('fault' in read) return read
  const { expiresAt } = newCode(new Uint8Array(16), now)
  const papers = read.names.map((name) => ({
    name,
    code: newCode(crypto.getRandomValues(new Uint8Array(16)), now).code,
  }))
  const { companies, made, open } = await inBatch(db, {
    ...selectInviting(db, company, learner.id),
    recorded: recordPapers(db, company, { papers, team, onBehalf, learner: learner.id, now, expiresAt }),
    entered: recordEntry(db, {
      company,
      by: learner.id,
      action: 'people-invited',
      facts: { kind: 'paper', count: papers.length },
      now,
    }),
    made: selectPapers(db, company, { learner: learner.id, now, madeAt: now }),
    open: selectPapers(db, company, { learner: learner.id, now }),
  })
  if (companies.length === 0) throw new Refusal('not-found', 'company')
  const isOpen = new Set(open.map(({ name }) => name))
  return read.names.every((name) => isOpen.has(name)) ? { made: made.length } : { fault: 'too-many-open' }
}

/** Takes back one that nobody has used; what is used or gone already changes nothing. */
export async function withdrawOne({ db, learner, now }: SignedInVisit, company: string, code: string): Promise<void> {
  const { companies } = await inBatch(db, {
    ...selectInviting(db, company, learner.id),
    withdrawn: withdrawPaper(db, company, { code, learner: learner.id, now }),
    entered: recordEntry(db, {
      company,
      by: learner.id,
      action: 'invitation-withdrawn',
      facts: { kind: 'paper' },
      now,
    }),
  })
  if (companies.length === 0) throw new Refusal('not-found', 'company')
}
