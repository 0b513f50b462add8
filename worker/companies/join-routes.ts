import { Hono } from 'hono'

import { urls } from '../../web/urls.ts'
import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'

/** The way in by a code: what it leads to, the yes and the no. */
export const joinRoutes = new Hono<App>()

const l = '/:l{(?:sv|en)}'
const answers = () => import('./join-answers.tsx')

/** As a poster has it, to be typed by hand. */
joinRoutes.get('/join', (c) => c.redirect(urls.joinForm(c.var.visit.locale), 302))

joinRoutes.get(`${l}/join`, later(answers, 'showCodeForm'))
joinRoutes.get(`${l}/join/:code`, later(answers, 'showInvitation'))
joinRoutes.post(`${l}/join/:code`, later(answers, 'receiveYes'))
joinRoutes.post(`${l}/join/:code/decline`, later(answers, 'receiveNo'))
joinRoutes.get(`${l}/join/:code/decline`, later(answers, 'showDeclined'))
