import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** What has changed in a company, for its owners. */
export const auditRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/log'
const answers = () => import('./answers.tsx')

auditRoutes.get(path, later(answers, 'showLog'))
auditRoutes.post(`${path}/files`, later(answers, 'giveLogFile'))
