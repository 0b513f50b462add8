import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** Invitations on paper, for people without a mailbox: made from a list of names, printed, withdrawn. */
export const paperRoutes = new Hono<App>()

const papers = '/:l{(?:sv|en)}/companies/:company/papers'
const answers = () => import('./paper-answers.tsx')

paperRoutes.get(papers, later(answers, 'answerPapers'))
paperRoutes.post(papers, later(answers, 'receivePapers'))
paperRoutes.get(`${papers}/sheet`, later(answers, 'showSheet'))
paperRoutes.post(`${papers}/withdrawal`, later(answers, 'receiveWithdrawal'))
