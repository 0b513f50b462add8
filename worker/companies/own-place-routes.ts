import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'

/** What a member decides about the own place in a company: which earlier courses are shown, and to leave. */
export const ownPlaceRoutes = new Hono<App>()

const company = '/:l{(?:sv|en)}/companies/:company'
const answers = () => import('./own-place-answers.tsx')

ownPlaceRoutes.post(`${company}/shares`, later(answers, 'receiveShares'))
ownPlaceRoutes.get(`${company}/departure`, later(answers, 'showDeparture'))
ownPlaceRoutes.post(`${company}/departure`, later(answers, 'receiveDeparture'))
