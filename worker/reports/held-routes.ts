import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'

/** Everything about oneself, as a file: to read, or for another program. Asked for by a press, so that it is counted. */
export const heldRoutes = new Hono<App>()

const answers = () => import('./held-answers.tsx')

heldRoutes.post('/:l{(?:sv|en)}/me/held', later(answers, 'giveHeld'))
