import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'

/** The addresses that sign in to an account: added and removed with a code to one that it has. */
export const addressRoutes = new Hono<App>()

const addresses = '/:l{(?:sv|en)}/me/addresses'
const wayBack = '/:l{(?:sv|en)}/addresses/return/:secret{[0-9a-f]{32}}'
const answers = () => import('./address-answers.tsx')

addressRoutes.get(addresses, later(answers, 'answerAddresses'))
addressRoutes.post(addresses, later(answers, 'receiveAddresses'))
addressRoutes.get(`${addresses}/confirmation`, later(answers, 'showConfirmation'))
addressRoutes.post(`${addresses}/confirmation`, later(answers, 'receiveConfirmation'))
addressRoutes.get(`${addresses}/code`, later(answers, 'showCode'))
addressRoutes.post(`${addresses}/code`, later(answers, 'receiveCode'))
addressRoutes.post(`${addresses}/trial`, later(answers, 'receiveTrial'))
addressRoutes.get(wayBack, later(answers, 'showWayBack'))
addressRoutes.post(wayBack, later(answers, 'receiveWayBack'))
