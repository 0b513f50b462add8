import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'

import type { Frame, Section, Theme } from '../../web/frame.ts'
import { translator } from '../../web/messages/translate.ts'
import type { App } from './open-visit.ts'
import { pageOf } from './page-of.ts'

/** What the page around every screen needs to know of this request. */
export function frameOf(c: Context<App>, section: Section = 'none'): Frame {
  const { visit } = c.var

  return {
    locale: visit.locale,
    t: translator(visit.locale),
    learner: visit.learner && { name: visit.learner.name, email: visit.learner.email, account: visit.learner.id },
    theme: themeOf(getCookie(c, 'theme')),
    path: pageOf(c),
    isAnswer: c.req.method === 'POST',
    section,
    origin: visit.settings.BASE_URL,
    demo: visit.settings.DEMO,
  }
}

function themeOf(cookie: string | undefined): Theme {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'auto'
}
