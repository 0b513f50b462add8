import { Hono } from 'hono'

import { MePage } from '../../../web/pages/accounts/me-page.tsx'
import { frameOf } from '../../http/frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { showPage } from '../../http/show-page.ts'
import { signedIn } from '../../visit.ts'
import { readMe } from './read-me.ts'
import { slots } from './slots.tsx'

export const me = new Hono<App>()

me.get('/:l{(?:sv|en)}/me', async (c) => {
  const visit = signedIn(c.var.visit)
  const frame = frameOf(c, 'me')
  const own = await readMe(visit)

  return showPage(c, <MePage frame={frame}>{slots.map(({ draw }) => draw(own, { ...visit, frame }))}</MePage>)
})
