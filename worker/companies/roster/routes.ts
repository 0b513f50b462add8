import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** The people of a company, to be searched and gone through page by page. */
export const rosterRoutes = new Hono<App>()

const answers = () => import('./answers.tsx')

rosterRoutes.get('/:l{(?:sv|en)}/companies/:company/members', later(answers, 'showRoster'))
