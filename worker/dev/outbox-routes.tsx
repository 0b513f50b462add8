import { type Context, Hono } from 'hono'

import { OutboxPage } from '../../web/pages/accounts/outbox-page.tsx'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { selectOutbox } from '../mail/store.ts'
import { Refusal } from '../refusal.ts'

/** The demo's mails, for its people to read. Anywhere else the address does not exist. */
export const devOutbox = new Hono<App>()

devOutbox.get('/dev/outbox', async (c) => {
  if (!isOwnDemo(c)) throw new Refusal('not-found', 'no such page')

  const { db, now } = c.var.visit
  const mails = await selectOutbox(db, now)
  if (c.req.header('accept')?.includes('application/json')) return c.json(mails)
  return showPage(c, <OutboxPage frame={frameOf(c)} mails={mails} />)
})

/** Headers that only a proxy adds, whichever it is. */
const proxied =
  /^(forwarded|via|x-(forwarded|original|real|client|cluster)-.*|(true|cf|fastly)-(client|connecting)-ip|cf-ray)$/

/**
 * The demo (of a data folder that was made as one, see tools/start.ts), on its embedded database, meant for loopback,
 * asked for by a loopback name, and not through a proxy: a public host that points here does not see it.
 */
function isOwnDemo(c: Context<App>): boolean {
  const { settings, bindings, headers } = c.var.visit
  const named = [new URL(settings.BASE_URL).host, new URL(c.req.url).host, c.req.header('host')]
  const isProxied = [...headers.keys()].some((name) => proxied.test(name))
  return (
    settings.DEMO &&
    bindings.DATABASE !== undefined &&
    !isProxied &&
    named.filter((host) => host !== undefined).every(isLoopback)
  )
}

function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host)
}
