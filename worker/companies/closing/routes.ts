import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** An owner closes a company, with a code to an address of theirs; and those who owned it open it again. */
export const closingRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company'
const answers = () => import('./answers.tsx')

closingRoutes.get(`${path}/closing`, later(answers, 'showClosing'))
closingRoutes.post(`${path}/closing`, later(answers, 'receiveClosing'))
closingRoutes.get(`${path}/closing/code`, later(answers, 'showClosingCode'))
closingRoutes.post(`${path}/closing/code`, later(answers, 'receiveClosingCode'))
closingRoutes.get(`${path}/reopening`, later(answers, 'showReopening'))
closingRoutes.post(`${path}/reopening`, later(answers, 'receiveReopening'))
