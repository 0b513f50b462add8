import { Hono } from 'hono'

import { keptBriefly } from '../../http/kept-briefly.ts'
import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** The sheet for members, the union and data protection: in general for anybody, of a company for whoever belongs to it. */
export const informationRoutes = new Hono<App>()

const l = '/:l{(?:sv|en)}'
const answers = () => import('./answers.tsx')

informationRoutes.get(`${l}/information`, keptBriefly, later(answers, 'showInformation'))
informationRoutes.get(`${l}/companies/:company/information`, later(answers, 'showInformationOfCompany'))
