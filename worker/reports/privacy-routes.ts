import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'
import { heldRoutes } from './held-routes.ts'

export const privacy = new Hono<App>()

const answers = () => import('./privacy-answers.tsx')

privacy.route('/', heldRoutes)

privacy.get(
  '/:l{(?:sv|en)}/me/privacy',
  later(() => import('./show-privacy.tsx'), 'showPrivacy'),
)
privacy.get('/:l{(?:sv|en)}/me/erasure', later(answers, 'showErasure'))
privacy.post('/:l{(?:sv|en)}/me/erasure', later(answers, 'receiveErasure'))
privacy.get('/:l{(?:sv|en)}/me/erasure/code', later(answers, 'showErasureCode'))
privacy.post('/:l{(?:sv|en)}/me/erasure/code', later(answers, 'receiveErasureCode'))
privacy.get('/:l{(?:sv|en)}/me/erasure/done', later(answers, 'showErased'))
