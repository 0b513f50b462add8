import { Hono } from 'hono'

import type { App } from '../http/open-visit.ts'
import { accountRoutes } from './account-routes.ts'
import { addressRoutes } from './address-routes.ts'
import { passkeyRoutes } from './passkeys/passkey-routes.ts'
import { recoveryRoutes } from './recovery/recovery-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

export const accounts = new Hono<App>()
  .route('/', signInRoutes)
  .route('/', accountRoutes)
  .route('/', addressRoutes)
  .route('/', recoveryRoutes)
  .route('/', passkeyRoutes)
