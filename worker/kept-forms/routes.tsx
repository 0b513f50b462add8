import { Hono } from 'hono'

import { KeptFormPage } from '../../web/pages/kept-forms/kept-form-page.tsx'
import { whoOf } from '../accounts/who.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { urls } from '../urls.ts'
import { signedIn } from '../visit.ts'
import { keptSince } from './rules.ts'
import { deleteForm, selectForm } from './store.ts'

/** What somebody sent when their session had ended, to be sent now or thrown away. */
export const keptFormRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/kept'

keptFormRoutes.get(path, async (c) => {
  const visit = signedIn(c.var.visit)
  const who = await whoOf(visit.settings, visit.learner.id)
  const [form] = await selectForm(visit.db, who, keptSince(visit.now))
  if (!form) return c.redirect(urls.me(visit.locale), 303)
  return c.html(<KeptFormPage frame={frameOf(c)} action={form.path} fields={form.fields} page={form.page} />)
})

/** Thrown away; also how the page is left once it was sent. */
keptFormRoutes.post(path, async (c) => {
  const visit = signedIn(c.var.visit)
  await deleteForm(visit.db, await whoOf(visit.settings, visit.learner.id))
  return c.redirect(urls.me(visit.locale), 303)
})
