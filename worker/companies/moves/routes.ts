import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** A member of a company that is being merged comes along into the other, or does not. */
export const moveRoutes = new Hono<App>()

const move = '/:l{(?:sv|en)}/companies/:company/move'
const answers = () => import('./answers.tsx')

moveRoutes.get(move, later(answers, 'showMove'))
moveRoutes.post(move, later(answers, 'receiveMove'))
moveRoutes.post(`${move}/refusal`, later(answers, 'receiveRefusal'))
