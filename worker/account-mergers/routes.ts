import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'

/** Two accounts of one person become one: both are proven, what will be is shown, and then it is done. */
export const mergerRoutes = new Hono<App>()

const merger = '/:l{(?:sv|en)}/me/merger'
const answers = () => import('./answers.tsx')

mergerRoutes.get(merger, later(answers, 'showMerger'))
mergerRoutes.post(merger, later(answers, 'receiveMerger'))
mergerRoutes.get(`${merger}/code`, later(answers, 'showCode'))
mergerRoutes.post(`${merger}/code`, later(answers, 'receiveCode'))
mergerRoutes.get(`${merger}/preview`, later(answers, 'answerPreview'))
mergerRoutes.post(`${merger}/preview`, later(answers, 'receivePreview'))
mergerRoutes.get(`${merger}/confirmation`, later(answers, 'answerStepUp'))
mergerRoutes.post(`${merger}/confirmation`, later(answers, 'receiveStepUp'))
mergerRoutes.get(`${merger}/done`, later(answers, 'showMerged'))
