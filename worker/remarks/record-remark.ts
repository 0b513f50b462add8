import { countUse } from '../accounts/limits.ts'
import { findCourse } from '../courses/find.ts'
import { Refusal } from '../refusal.ts'
import type { Visit } from '../visit.ts'
import { recordRemark } from './store.ts'

const hour = 3_600_000
const mostPerSender = 20
const mostInAll = 300

export interface SentRemark {
  id: string
  course: string
  question: string
  version: string
  page: string
  text: string
}

/**
 * Keeps a remark without its sender. Refuses `too-many` in an hour, by the network's address on Cloudflare and in all
 * elsewhere, and `invalid` when no such question was ever served there. Sent twice it is kept once.
 */
export async function keepRemark(visit: Visit, sent: SentRemark): Promise<void> {
  const { db, settings, headers, now, locale } = visit
  findCourse(visit.catalogue, sent.course)
  const address = settings.ON_CLOUDFLARE ? headers.get('cf-connecting-ip') : undefined
  const uses = await countUse(db, address ? `remark ${address}` : 'remark', hour, now)
  if (uses > (address ? mostPerSender : mostInAll)) throw new Refusal('too-many', 'remarks sent')

  const [, [kept]] = await db.batch(recordRemark(db, { ...sent, locale, at: now }))
  if (!kept) throw new Refusal('invalid', 'no such question')
}
