import { Hono } from 'hono'

import { KeptFormsPage } from '../../web/pages/kept-forms/kept-forms-page.tsx'
import { whosOf } from '../accounts/who.ts'
import { inBatch } from '../db/in-batch.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { urls } from '../../web/urls.ts'
import { Refusal } from '../refusal.ts'
import { signedIn } from '../visit.ts'
import { keptSince, readKind, sentSince, wordsIn } from './rules.ts'
import { deleteForm, markSent, selectForms, selectOther } from './store.ts'

/** What somebody sent when their session had ended, to be sent now or thrown away. */
export const keptFormRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/kept'

keptFormRoutes.get(path, async (c) => {
  const visit = signedIn(c.var.visit)
  const whos = await whosOf(visit.settings, visit.learner.id, visit.now)
  const forms = (await selectForms(visit.db, whos, keptSince(visit.now))).flatMap((form) => {
    const kind = readKind(form.kind)
    return kind ? [{ id: form.id, kind, words: wordsIn(form), page: form.page, fields: form.fields }] : []
  })
  if (forms.length === 0) return c.redirect(urls.me(visit.locale), 303)
  return showPage(c, <KeptFormsPage frame={frameOf(c)} forms={forms} />)
})

/** On its way: the browser sends the same fields where they were going, and the form is kept no more. */
keptFormRoutes.post(`${path}/:id{[0-9a-f]{32}}`, async (c) => {
  const visit = signedIn(c.var.visit)
  const { db, now, settings, learner, locale } = visit
  const place = { whos: await whosOf(settings, learner.id, now), id: c.req.param('id') }
  const read = await inBatch(db, {
    sent: markSent(db, place, { now, since: sentSince(now) }),
    other: selectOther(db, place),
  })
  if (read.other.length > 0) throw new Refusal('not-found', 'form')
  const [sent] = read.sent
  return sent ? c.redirect(sent.path, 307) : c.redirect(urls.keptForms(locale), 303)
})

keptFormRoutes.post(`${path}/:id{[0-9a-f]{32}}/disposal`, async (c) => {
  const { db, now, settings, learner, locale } = signedIn(c.var.visit)
  const place = { whos: await whosOf(settings, learner.id, now), id: c.req.param('id') }
  const { other } = await inBatch(db, { gone: deleteForm(db, place), other: selectOther(db, place) })
  if (other.length > 0) throw new Refusal('not-found', 'form')
  return c.redirect(urls.keptForms(locale), 303)
})
