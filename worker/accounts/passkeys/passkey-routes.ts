import { Hono } from 'hono'

import { later } from '../../http/later.ts'
import type { App } from '../../http/open-visit.ts'

/** Devices that sign in with their own lock: listed, added, removed, and the way in that they are. */
export const passkeyRoutes = new Hono<App>()

const passkeys = '/:l{(?:sv|en)}/me/passkeys'
const answers = () => import('./passkey-answers.tsx')

passkeyRoutes.get(passkeys, later(answers, 'answerPasskeys'))
passkeyRoutes.post(passkeys, later(answers, 'receivePasskeys'))
passkeyRoutes.get(`${passkeys}/confirmation`, later(answers, 'showConfirmation'))
passkeyRoutes.post(`${passkeys}/confirmation`, later(answers, 'receiveConfirmation'))
passkeyRoutes.get(`${passkeys}/new`, later(answers, 'showNew'))
passkeyRoutes.post(`${passkeys}/new`, later(answers, 'receiveNew'))
passkeyRoutes.get('/:l{(?:sv|en)}/sign-in/passkey', later(answers, 'showSignIn'))
passkeyRoutes.post('/:l{(?:sv|en)}/sign-in/passkey', later(answers, 'receiveSignIn'))
