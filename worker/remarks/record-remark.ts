import { countUse } from '../accounts/limits.ts'
import { sourceKeyOf } from '../accounts/source.ts'
import { inBatch } from '../db/in-batch.ts'
import { findCourse } from '../courses/find.ts'
import { Refusal } from '../refusal.ts'
import type { Visit } from '../visit.ts'
import { recordRemark } from './store.ts'

const hour = 3_600_000
/** Every person of a large office may have something to say in one hour. */
const mostPerSource = 300

export interface SentRemark {
  id: string
  course: string
  question: string
  version: string
  page: string
  text: string
}

/**
 * Keeps a remark without its sender. Refuses `too-many` from one source in an hour, where the source is known (nobody
 * closes the door to others), and `invalid` when no such question was ever served there. Sent twice it is kept once.
 */
export async function keepRemark(visit: Visit, sent: SentRemark): Promise<void> {
  const { db, now, locale } = visit
  findCourse(visit.catalogue, sent.course)
  const source = await sourceKeyOf(visit)
  if (source !== undefined && (await countUse(db, `remark from ${source}`, hour, now)) > mostPerSource)
    throw new Refusal('too-many', 'remarks sent')

  const {
    kept: [kept],
  } = await inBatch(db, recordRemark(db, { ...sent, locale, at: now }))
  if (!kept) throw new Refusal('invalid', 'no such question')
  // The same form again with other words: a remark of its own.
  if (kept.text !== sent.text)
    await inBatch(db, recordRemark(db, { ...sent, id: crypto.randomUUID(), locale, at: now }))
}
