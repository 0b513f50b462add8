import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'

import { safeNext } from '../accounts/rules.ts'
import { urls } from '../../web/urls.ts'
import type { App } from './open-visit.ts'
import { readForm } from './read-form.ts'

/** What belongs to no feature: the way in and the theme. */
export const site = new Hono<App>()

const ThemeForm = z.object({ theme: z.enum(['auto', 'light', 'dark']), next: z.string().optional() })
const year = 365 * 24 * 60 * 60

site.get('/', (c) => c.redirect(urls.catalogue(c.var.visit.locale), 302))

site.post('/theme', async (c) => {
  const { theme, next } = ThemeForm.parse(await readForm(c))
  const secure = c.var.visit.settings.BASE_URL.startsWith('https://')
  setCookie(c, 'theme', theme, { path: '/', maxAge: year, sameSite: 'Lax', secure })
  return c.redirect(safeNext(next) ?? urls.catalogue(c.var.visit.locale), 303)
})
