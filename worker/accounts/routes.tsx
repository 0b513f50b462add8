import { Hono } from 'hono'

import type { App } from '../http/open-visit.ts'
import { accountRoutes } from './account-routes.tsx'
import { addressRoutes } from './address-routes.tsx'
import { passkeyRoutes } from './passkeys/passkey-routes.tsx'
import { recoveryRoutes } from './recovery/recovery-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

export const accounts = new Hono<App>()
  .route('/', signInRoutes)
  .route('/', accountRoutes)
  .route('/', addressRoutes)
  .route('/', recoveryRoutes)
  .route('/', passkeyRoutes)
