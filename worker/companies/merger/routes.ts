import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** Two companies become one: asked by an owner of the one, answered by an owner of the other. */
export const mergerRoutes = new Hono<App>()

const l = '/:l{(?:sv|en)}'
const merger = `${l}/companies/:company/merger`
const answers = () => import('./answers.tsx')

mergerRoutes.get(merger, later(answers, 'showMerger'))
mergerRoutes.post(merger, later(answers, 'receiveMerger'))
mergerRoutes.post(`${merger}/withdrawal`, later(answers, 'receiveWithdrawal'))
mergerRoutes.get(`${l}/mergers/:merger`, later(answers, 'showAsked'))
mergerRoutes.post(`${l}/mergers/:merger`, later(answers, 'receiveAnswer'))
