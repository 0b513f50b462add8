import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** The teams of a company: made, renamed and ended by those who run it. */
export const teamRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/teams'
const answers = () => import('./answers.tsx')

teamRoutes.get(path, later(answers, 'showTeams'))
teamRoutes.post(path, later(answers, 'receiveNewTeam'))
teamRoutes.post(`${path}/:team`, later(answers, 'receiveTeamName'))
teamRoutes.get(`${path}/:team/ending`, later(answers, 'showTeamEnding'))
teamRoutes.post(`${path}/:team/ending`, later(answers, 'receiveTeamEnding'))
