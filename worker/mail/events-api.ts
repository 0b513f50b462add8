import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'

import { dayOf } from '../../formats/day.ts'
import { readSettings } from '../env.ts'
import { bearsToken } from '../http/bears-token.ts'
import type { App } from '../http/open-visit.ts'
import { readJson } from '../http/read-json.ts'
import { Refusal } from '../refusal.ts'
import { recordBouncesOf } from './store.ts'

/** Where a mail provider says what became of mails that it had taken (docs/operate.md). */
export const mailEventsApi = new Hono<App>()

export const mailEventsPath = '/api/mail-events'
const kinds = ['bounced', 'complained'] as const
const Events = z.object({
  events: z.array(z.object({ id: z.string().max(200), kind: z.enum(kinds) })).max(100),
})

mailEventsApi.post(mailEventsPath, async (c) => {
  const read = Events.safeParse(await readJson(c))
  if (!read.success) throw new Refusal('invalid', 'not events of mails')
  const { openDb, now } = c.var.visit
  const [first, ...rest] = kinds.flatMap((kind) => {
    const ids = read.data.events.filter((event) => event.kind === kind).map(({ id }) => id)
    return ids.length > 0 ? recordBouncesOf(openDb, ids, { kind, day: dayOf(now) }) : []
  })
  if (first) await openDb.batch([first, ...rest])
  return c.body(null, 204)
})

/** For before anything is read of the body: whoever has not the token is told so, however much they send. */
export const refuseStrangers = createMiddleware<App>(async function refuseStrangers(c, next) {
  const settings = readSettings(c.env)
  const token = settings.MAIL_EVENTS_TOKEN
  if (!token) throw new Refusal('not-found', 'no such page')
  const isKnown = await bearsToken(c.req.header('authorization'), token, settings.SECRET)
  if (!isKnown) throw new Refusal('signed-out', 'not the token')
  await next()
})
