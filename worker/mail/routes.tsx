import { type Context, Hono } from 'hono'

import { OffPage } from '../../web/pages/mails/off-page.tsx'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { inBatch } from '../db/in-batch.ts'
import { withEachSecret } from '../former-secrets.ts'
import { Refusal } from '../refusal.ts'
import { readOffToken } from './off-token.ts'
import { selectConsent, undoWithdrawal, withdrawConsent } from './store.ts'

/** The link in a letter that says no to its kind. It holds for whoever has the letter, and does nothing else. */
export const mailRoutes = new Hono<App>()

const off = '/:l{(?:sv|en)}/mails/off/:token{[\\w.-]+}'

/** For a slip of the finger: later, whoever has the letter cannot say yes for its owner. */
const undoMs = 60 * 60_000

/** Changes nothing: mail scanners open links too. */
mailRoutes.get(off, async (c) => {
  const { owner, kind } = await whoseOf(c)
  return answer(c, isGiven(await selectConsent(c.var.visit.openDb, owner, kind)))
})

/** Pressed by a person, or by a mail program for one (RFC 8058), which has no cookies and wants no other page. */
mailRoutes.post(off, async (c) => {
  const { owner, kind } = await whoseOf(c)
  const { openDb, now } = c.var.visit
  const { withdrawn, forgotten } = withdrawConsent(openDb, owner, kind, now)
  await inBatch(openDb, { withdrawn, forgotten })
  return answer(c, false)
})

mailRoutes.post(`${off}/undo`, async (c) => {
  const { owner, kind } = await whoseOf(c)
  const { openDb, now } = c.var.visit
  const { consents } = await inBatch(openDb, {
    undone: undoWithdrawal(openDb, owner, kind, new Date(now.getTime() - undoMs)),
    consents: selectConsent(openDb, owner, kind),
  })
  return answer(c, isGiven(consents))
})

function isGiven([consent]: Awaited<ReturnType<typeof selectConsent>>): boolean {
  return consent !== undefined && consent.withdrawnAt === null
}

async function whoseOf(c: Context<App>) {
  const token = c.req.param('token') ?? ''
  const found = await withEachSecret(
    c.var.visit,
    'a-session',
    ({ settings }) => readOffToken(settings.SECRET, token),
    (read) => read === undefined,
  )
  if (!found) throw new Refusal('not-found', 'no such link')
  return found
}

async function answer(c: Context<App>, isOn: boolean): Promise<Response> {
  const { kind } = await whoseOf(c)
  return showPage(c, <OffPage frame={frameOf(c)} token={c.req.param('token') ?? ''} letter={kind} isOn={isOn} />)
}
