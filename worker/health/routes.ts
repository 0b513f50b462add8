import { Hono } from 'hono'

import { openDatabase } from '../db/client.ts'
import { readSettings } from '../env.ts'
import { bearsToken } from '../http/bears-token.ts'
import type { App } from '../http/open-visit.ts'
import { Refusal } from '../refusal.ts'
import { newestNeeded } from '../../formats/migrations.ts'
import { hasKey, markOf, newestKnown, version } from './this-build.ts'
import { foundBy } from './found-by.ts'
import { judgeAlarms } from './rules.ts'
import { readReadiness } from './read-readiness.ts'
import { readFigures } from './store.ts'

/** For whoever watches over this process: is it alive, and can it do its work? */
export const health = new Hono<App>()

health.get('/healthz', (c) => c.text('ok'))

health.get('/readyz', async (c) => {
  const readiness = await readReadiness(c.env)
  const settings = readSettings(c.env)
  // A deploy asks which version it is that answers, whether it was told the same as another, and up to where it knows the database.
  const build = {
    deployment: settings.DEPLOYMENT ?? null,
    versionId: settings.CF_VERSION_METADATA?.id,
    settings: await markOf(settings),
    schema: newestKnown,
  }
  return c.json({ ...readiness, ...build }, readiness.ready ? 200 : 503)
})

/** It answers in any state of the database: that it cannot be reached is one of the figures. */
health.get('/metrics', async (c) => {
  const settings = readSettings(c.env)
  const token = settings.METRICS_TOKEN
  if (!token) throw new Refusal('not-found', 'no token is set for it')
  if (!(await bearsToken(c.req.header('authorization'), token, settings.SECRET)))
    return c.text('not the token', 401, { 'WWW-Authenticate': 'Bearer' })

  // Not before it is called for, like the operator's page: everybody else's answers wait for what is loaded at once.
  const { metricsText } = await import('./metrics.ts')
  const now = new Date()
  const found = await foundBy(() => readFigures(openDatabase(settings, c.env).db, now))
  const alarms = judgeAlarms(found, {
    newest: newestNeeded,
    hasKey: hasKey(settings),
    mailsLeave: settings.MAIL_URL.kind !== 'outbox',
    now,
  })
  return c.body(metricsText({ found, alarms, version, now }), 200, {
    'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
  })
})
