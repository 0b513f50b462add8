import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** A member is removed, and comes back, for those who run the company. */
export const removalRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/members/:member'
const answers = () => import('./answers.tsx')

removalRoutes.get(`${path}/removal`, later(answers, 'showRemoval'))
removalRoutes.post(`${path}/removal`, later(answers, 'receiveRemoval'))
removalRoutes.post(`${path}/restoration`, later(answers, 'receiveRestoration'))
