import type { Context } from 'hono'

import { MePage } from '../../../web/pages/accounts/me-page.tsx'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { showPage } from '../../http/show-page.ts'
import { signedIn } from '../../visit.ts'
import { readMe } from './read-me.ts'
import { slots } from './slots.tsx'

export async function showMe(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const frame = lateFrameOf(c, 'me')
  const own = await readMe(visit)

  return showPage(c, <MePage frame={frame}>{slots.map(({ draw }) => draw(own, { ...visit, frame }))}</MePage>)
}
