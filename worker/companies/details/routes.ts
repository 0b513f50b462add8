import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** A company's details and its contact, for those who run it. */
export const detailsRoutes = new Hono<App>()

const company = '/:l{(?:sv|en)}/companies/:company'
const answers = () => import('./answers.tsx')

detailsRoutes.get(`${company}/settings`, later(answers, 'showSettings'))
detailsRoutes.post(`${company}/settings`, later(answers, 'receiveSettings'))
detailsRoutes.post(`${company}/contact`, later(answers, 'receiveContact'))
