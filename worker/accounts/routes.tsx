import { Hono } from 'hono'

import type { App } from '../http/open-visit.ts'
import { accountRoutes } from './account-routes.tsx'
import { addressRoutes } from './address-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

export const accounts = new Hono<App>().route('/', signInRoutes).route('/', accountRoutes).route('/', addressRoutes)
