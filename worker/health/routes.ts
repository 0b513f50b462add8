import { Hono } from 'hono'

import journal from '../../migrations/meta/_journal.json' with { type: 'json' }
import { activeKey } from '../credentials/signing-keys.ts'
import { type Database, openDatabase } from '../db/client.ts'
import { readSettings } from '../env.ts'
import type { App } from '../http/open-visit.ts'
import { isUnavailable } from '../refusal.ts'
import { type Found, judgeReadiness } from './rules.ts'
import { readHealth } from './store.ts'

/** For whoever watches over this process: is it alive, and can it do its work? */
export const health = new Hono<App>()

const newest = Math.max(...journal.entries.map((entry) => entry.when))

health.get('/healthz', (c) => c.text('ok'))

health.get('/readyz', async (c) => {
  const settings = readSettings(c.env)
  const found = await findHealth(openDatabase(settings, c.env).db)
  const hasKey = settings.SIGNING_KEYS !== undefined && activeKey(settings.SIGNING_KEYS) !== undefined
  const readiness = judgeReadiness(found, { newest, hasKey, now: new Date() })
  return c.json(readiness, readiness.ready ? 200 : 503)
})

async function findHealth(db: Database): Promise<Found> {
  try {
    return await readHealth(db)
  } catch (error) {
    return isUnavailable(error) ? 'unreachable' : 'unreadable'
  }
}
