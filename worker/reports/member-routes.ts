import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'
import { handoverRoutes } from './handover-routes.ts'
import { ownershipRoutes } from './ownership-routes.ts'

/** One member, for those who run the company: name, team and role, each by whoever may; answers with that page. */
export const memberRoutes = new Hono<App>()

memberRoutes.route('/', ownershipRoutes)
memberRoutes.route('/', handoverRoutes)

const path = '/:l{(?:sv|en)}/companies/:company/members/:member'
const answers = () => import('./member-answers.tsx')

memberRoutes.get(
  path,
  later(() => import('./show-member.tsx'), 'showMember'),
)
memberRoutes.post(path, later(answers, 'receiveMember'))
