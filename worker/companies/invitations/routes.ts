import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'
import { listRoutes } from './list/routes.ts'

/** How people come into a company: one link for all, a code for one, a list that is mailed. */
export const invitationRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/invitations'
const answers = () => import('./answers.tsx')

invitationRoutes.route('/', listRoutes)

invitationRoutes.get(
  path,
  later(() => import('./show-invitations.tsx'), 'showInvitations'),
)
invitationRoutes.post(path, later(answers, 'receiveInvitation'))
invitationRoutes.post(`${path}/mail`, later(answers, 'receiveMailAgain'))
invitationRoutes.post(`${path}/withdrawal`, later(answers, 'receiveWithdrawal'))
invitationRoutes.get(`${path}/closing`, later(answers, 'showLinkClosing'))
invitationRoutes.post(`${path}/closing`, later(answers, 'receiveLinkClosing'))
invitationRoutes.get(`${path}/poster`, later(answers, 'showPoster'))
invitationRoutes.get(`${path}/:code`, later(answers, 'showInvitation'))
