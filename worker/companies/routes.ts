import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'
import { closingRoutes } from './closing/routes.ts'
import { detailsRoutes } from './details/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { joinRoutes } from './join-routes.ts'
import { informationRoutes } from './information/routes.ts'
import { paperRoutes } from './papers/paper-routes.ts'
import { removalRoutes } from './removals/routes.ts'
import { mergerRoutes } from './merger/routes.ts'
import { moveRoutes } from './moves/routes.ts'
import { receiptRoutes } from './receipts/routes.ts'
import { ownPlaceRoutes } from './own-place-routes.ts'
import { answerDemoted } from './answer-demoted.ts'
import { nameRoutes } from './names/routes.ts'
import { rosterRoutes } from './roster/routes.ts'
import { teamRoutes } from './teams/routes.ts'
import { termsRoutes } from './terms/routes.ts'

export const companies = new Hono<App>()

companies.use('/:l{(?:sv|en)}/companies/:company/*', answerDemoted)
companies.route('/', closingRoutes)
companies.route('/', detailsRoutes)
companies.route('/', auditRoutes)
companies.route('/', mergerRoutes)
companies.route('/', moveRoutes)
companies.route('/', informationRoutes)
companies.route('/', invitationRoutes)
companies.route('/', joinRoutes)
companies.route('/', rosterRoutes)
companies.route('/', teamRoutes)
companies.route('/', termsRoutes)
companies.route('/', nameRoutes)
companies.route('/', ownPlaceRoutes)
companies.route('/', removalRoutes)
companies.route('/', receiptRoutes)
companies.route('/', paperRoutes)

const l = '/:l{(?:sv|en)}'
const answers = () => import('./answers.tsx')

companies.get(`${l}/companies`, later(answers, 'showCompanies'))
companies.get(`${l}/companies/new`, later(answers, 'showEmptyStart'))
companies.post(`${l}/companies/new`, later(answers, 'receiveStart'))
