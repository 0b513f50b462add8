import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** What is left of a stay in a company that has ended: for whoever it was, and for nobody else. */
export const receiptRoutes = new Hono<App>()

const answers = () => import('./answers.tsx')

receiptRoutes.get('/:l{(?:sv|en)}/me/receipts/:membership', later(answers, 'showReceipt'))
