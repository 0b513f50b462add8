import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

export const me = new Hono<App>()

me.get(
  '/:l{(?:sv|en)}/me',
  later(() => import('./show-me.tsx'), 'showMe'),
)
