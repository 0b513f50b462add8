import { Hono } from 'hono'

import { urls } from '../urls.ts'
import type { App } from './open-visit.ts'

/** What belongs to no feature: the way in, the theme, the pages about Navet. */
export const site = new Hono<App>()

site.get('/', (c) => c.redirect(urls.catalogue(c.var.visit.locale), 302))
