import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'
import { memberRoutes } from './member-routes.ts'

export const reports = new Hono<App>()

const company = '/:l{(?:sv|en)}/companies/:company'
const answers = () => import('./answers.tsx')

reports.route('/', memberRoutes)

reports.get(company, later(answers, 'showTeam'))
reports.get(`${company}/seen`, later(answers, 'showSeen'))
