import type { Database } from '../db/client.ts'
import { addSlowRequests } from './store.ts'

/** By method and route, since they were last written down: as many as there are routes. */
const noted = new Map<string, { count: number; slowestMs: number }>()
/** One write for all of them, in this isolate: when everything is slow, nothing shall be slower for it. */
const everyMs = 10_000
let writtenAt = 0

/** Counts a request that took long, and writes down what was counted unless that was done a moment ago. */
export async function noteSlow(db: Database, route: string, { ms, now }: { ms: number; now: Date }): Promise<void> {
  add(route, { count: 1, slowestMs: ms })
  if (now.getTime() - writtenAt >= everyMs) await writeSlow(db, now)
}

/** Writes down what was counted. What cannot be written is kept for the next time. */
export async function writeSlow(db: Database, now: Date): Promise<void> {
  writtenAt = now.getTime()
  const rows = [...noted].map(([route, each]) => ({ route, ...each }))
  noted.clear()
  if (rows.length === 0) return
  await addSlowRequests(db, rows, now).catch((error: unknown) => {
    for (const { route, ...each } of rows) add(route, each)
    throw error
  })
}

function add(route: string, { count, slowestMs }: { count: number; slowestMs: number }): void {
  const known = noted.get(route) ?? { count: 0, slowestMs: 0 }
  noted.set(route, { count: known.count + count, slowestMs: Math.max(known.slowestMs, slowestMs) })
}
