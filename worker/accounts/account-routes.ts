import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'

export const accountRoutes = new Hono<App>()

const answers = () => import('./account-answers.tsx')

accountRoutes.get('/:l{(?:sv|en)}/me/name', later(answers, 'showName'))
accountRoutes.post('/:l{(?:sv|en)}/me/name', later(answers, 'receiveName'))
accountRoutes.post('/:l{(?:sv|en)}/me/ways/offer', later(answers, 'receiveOfferAnswer'))
accountRoutes.post('/:l{(?:sv|en)}/me/sessions', later(answers, 'receiveSessionEnd'))
