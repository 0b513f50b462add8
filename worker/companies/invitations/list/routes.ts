import { Hono } from 'hono'

import { later } from '../../../http/later.ts'
import type { App } from '../../../http/open-visit.ts'

/** A pasted list or a file: whom to invite, and what became of each. */
export const listRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/invitations'
const answers = () => import('./answers.tsx')

listRoutes.post(`${path}/list`, later(answers, 'receiveList'))
listRoutes.get(`${path}/results/:result{[0-9a-f]{32}}`, later(answers, 'showResult'))
listRoutes.get(`${path}/results/:result{[0-9a-f]{32}}/file`, later(answers, 'giveResultFile'))
