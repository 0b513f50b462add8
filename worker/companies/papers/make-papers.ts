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
 * Invitations to print, one for each name. Gives when they were made, where all were made at once: names that have one
 * open already get no second, and the same list again is that of the first time.
 * Not found for whoever does not run the company.
 */
export async function makePapers(
  { db, learner, now }: SignedInVisit,
  company: string,
  { names: typed, team, onBehalf }: Wish,
): Promise<{ madeAt: Date | undefined } | PapersFault> {
  const read = readNames(typed)
  if ('fault' in read) return read
  const { expiresAt } = newCode(new Uint8Array(16), now)
  const papers = read.names.map((name) => ({
    name,
    code: newCode(crypto.getRandomValues(new Uint8Array(16)), now).code,
  }))
  const { companies, teams, made, open } = await inBatch(db, {
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
  if (team !== undefined && !teams.some(({ id }) => id === team)) return { fault: 'team' }
  const isOpen = new Set(open.map(({ name }) => name))
  if (!read.names.every((name) => isOpen.has(name))) return { fault: 'too-many-open' }
  if (made.length > 0) return { madeAt: now }
  const wanted = new Set<string | null>(read.names)
  const times = new Set(open.filter(({ name }) => wanted.has(name)).map(({ createdAt }) => createdAt.getTime()))
  const [first] = times
  return { madeAt: times.size === 1 ? new Date(first!) : undefined }
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
