import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'

/** The only owner hands the company over, with a code to an own address. */
export const handoverRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/handover'
const answers = () => import('./handover-answers.tsx')

handoverRoutes.get(path, later(answers, 'showHandover'))
handoverRoutes.post(path, later(answers, 'receiveHandover'))
