import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'

import { AboutPage, AccessibilityPage } from '../../web/pages/about/about-page.tsx'
import { safeNext } from '../accounts/rules.ts'
import { operatorOf } from '../env.ts'
import { urls } from '../../web/urls.ts'
import { frameOf } from './frame-of.ts'
import { keptBriefly } from './kept-briefly.ts'
import type { App } from './open-visit.ts'
import { readForm } from './read-form.ts'
import { showPage } from './show-page.ts'

/** What belongs to no feature: the way in, the theme, the pages about Navet. */
export const site = new Hono<App>()

const ThemeForm = z.object({ theme: z.enum(['auto', 'light', 'dark']), next: z.string().optional() })
const year = 365 * 24 * 60 * 60

site.get('/', (c) => c.redirect(urls.catalogue(c.var.visit.locale), 302))

site.get('/:l{(?:sv|en)}/about', keptBriefly, (c) =>
  showPage(c, <AboutPage frame={frameOf(c)} operator={operatorOf(c.var.visit.settings)} />),
)

site.get('/:l{(?:sv|en)}/accessibility', keptBriefly, (c) =>
  showPage(c, <AccessibilityPage frame={frameOf(c)} operator={operatorOf(c.var.visit.settings)} />),
)

site.post('/theme', async (c) => {
  const { theme, next } = ThemeForm.parse(await readForm(c))
  const secure = c.var.visit.settings.BASE_URL.startsWith('https://')
  setCookie(c, 'theme', theme, { path: '/', maxAge: year, sameSite: 'Lax', secure })
  return c.redirect(safeNext(next) ?? urls.catalogue(c.var.visit.locale), 303)
})
