import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'

/** Making or unmaking an owner, with a code to an address of whoever does it. */
export const ownershipRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/members/:member/ownership'
const answers = () => import('./ownership-answers.tsx')

ownershipRoutes.get(path, later(answers, 'showOwnership'))
ownershipRoutes.post(path, later(answers, 'receiveOwnership'))
