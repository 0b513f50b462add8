import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** The name that colleagues know, for its bearer: another one, or the own one put back. */
export const nameRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/name'
const answers = () => import('./answers.tsx')

nameRoutes.get(path, later(answers, 'showOwnName'))
nameRoutes.post(path, later(answers, 'receiveOwnName'))
