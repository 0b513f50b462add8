import { Hono } from 'hono'

import { later } from '../http/later.ts'
import type { App } from '../http/open-visit.ts'

export const signInRoutes = new Hono<App>()

const link = '/:l{(?:sv|en)}/sign-in/link/:secret{[0-9a-f]{32}}'
const answers = () => import('./sign-in-answers.tsx')

signInRoutes.get('/:l{(?:sv|en)}/sign-in', later(answers, 'showSignIn'))
signInRoutes.post('/:l{(?:sv|en)}/sign-in', later(answers, 'receiveSignIn'))
signInRoutes.get('/:l{(?:sv|en)}/sign-in/code', later(answers, 'showCode'))
signInRoutes.post('/:l{(?:sv|en)}/sign-in/code', later(answers, 'receiveCode'))
signInRoutes.get(link, later(answers, 'showLink'))
signInRoutes.post(link, later(answers, 'receiveLink'))
signInRoutes.post('/:l{(?:sv|en)}/sign-out', later(answers, 'receiveSignOut'))
