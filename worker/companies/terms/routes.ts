import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** What a company may see: an owner makes a new version, and each member says yes or no to it. */
export const termsRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/terms'
const answers = () => import('./answers.tsx')

termsRoutes.get(path, later(answers, 'showTerms'))
termsRoutes.post(path, later(answers, 'receiveTerms'))
termsRoutes.post(`${path}/answer`, later(answers, 'receiveAnswer'))
