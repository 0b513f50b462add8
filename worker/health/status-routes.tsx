import { Hono } from 'hono'

import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { Refusal } from '../refusal.ts'
import { signedIn } from '../visit.ts'
import { judgeAlarms } from './rules.ts'
import { isOperator, readFigures } from './store.ts'
import { newestNeeded } from '../../formats/migrations.ts'
import { hasKey, version } from './this-build.ts'

/** The operator's page. */
export const statusRoutes = new Hono<App>()

statusRoutes.get('/:l{(?:sv|en)}/status', async (c) => {
  const { db, learner, now, settings } = signedIn(c.var.visit)
  // Before anything is counted: whoever else comes here costs no more than this.
  if (!(await isOperator(db, learner.id))) throw new Refusal('not-found', 'no such page')

  const [{ StatusPage }, { watchedIn }] = await Promise.all([
    import('../../web/pages/health/status-page.tsx'),
    import('./status-view.ts'),
  ])
  const figures = await readFigures(db, now)
  const alarms = judgeAlarms(figures, {
    newest: newestNeeded,
    hasKey: hasKey(settings),
    mailsLeave: settings.MAIL_URL.kind !== 'outbox',
    now,
  })
  const { host } = new URL(settings.BASE_URL)
  return showPage(
    c,
    <StatusPage frame={frameOf(c)} host={host} version={version} now={now} watched={watchedIn(figures, alarms)} />,
  )
})
