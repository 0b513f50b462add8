import type { Context } from 'hono'

import { NamePage } from '../../web/pages/accounts/name-page.tsx'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { logEvent } from '../log.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { declinedCookie } from './offer-cookie.ts'
import { endAllSessions, endOneSession, endOtherSessions, forgetfulCookies } from './end-session.ts'
import { NameForm, SessionsForm } from './forms.ts'
import { renameLearner } from './rename-learner.ts'
import { readName } from './rules.ts'
import { sendCookies } from './send-cookies.ts'
import { selectAlive } from './store.ts'

export function showName(c: Context<App>): Response | Promise<Response> {
  const { learner } = signedIn(c.var.visit)
  return showPage(c, <NamePage frame={lateFrameOf(c)} name={learner.name} />)
}

export async function receiveName(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const form = NameForm.parse(await readForm(c))
  const read = readName(form.name)
  if ('fault' in read) return showPage(c, <NamePage frame={lateFrameOf(c)} name={form.name} fault={read.fault} />, 422)

  sendCookies(c, await renameLearner(visit, read.name))
  return c.redirect(urls.me(visit.locale), 303)
}

/** No to a second way in: it is offered once. */
export async function receiveOfferAnswer(c: Context<App>): Promise<Response> {
  const { db, settings, learner, locale } = signedIn(c.var.visit)
  await selectAlive(db)
  sendCookies(c, [await declinedCookie(settings, learner.id)])
  return c.redirect(urls.me(locale), 303)
}

/** Ends one session, all others, or, without a word, all: sign out everywhere. */
export async function receiveSessionEnd(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { end } = SessionsForm.parse(await readForm(c))
  logEvent(visit, 'session-ended', { learner: visit.learner.id })
  if (end !== 'all') {
    await (end === 'others' ? endOtherSessions(visit) : endOneSession(visit, end))
    return c.redirect(`${urls.me(visit.locale)}#sessions`, 303)
  }
  await endAllSessions(visit)
  sendCookies(c, forgetfulCookies(visit.settings))
  c.header('Clear-Site-Data', '"storage"')
  return c.redirect(urls.catalogue(visit.locale), 303)
}
