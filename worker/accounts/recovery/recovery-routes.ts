import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** The recovery card: made, shown once, and the way in that it is. */
export const recoveryRoutes = new Hono<App>()

const recovery = '/:l{(?:sv|en)}/me/recovery'
const answers = () => import('./recovery-answers.tsx')

recoveryRoutes.get(recovery, later(answers, 'answerRecovery'))
recoveryRoutes.post(recovery, later(answers, 'receiveRecovery'))
recoveryRoutes.get(`${recovery}/confirmation`, later(answers, 'showConfirmation'))
recoveryRoutes.post(`${recovery}/confirmation`, later(answers, 'receiveConfirmation'))
recoveryRoutes.get(`${recovery}/card`, later(answers, 'showCard'))
recoveryRoutes.post(`${recovery}/card`, later(answers, 'receiveCard'))
recoveryRoutes.get('/:l{(?:sv|en)}/sign-in/recovery', later(answers, 'showSignIn'))
recoveryRoutes.post('/:l{(?:sv|en)}/sign-in/recovery', later(answers, 'receiveSignIn'))
