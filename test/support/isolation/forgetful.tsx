import { sql } from 'drizzle-orm'
import { Hono } from 'hono'

import type { app } from '../../../worker/app.ts'
import { answerErrors } from '../../../worker/http/answer-errors.tsx'
import { type App, openVisit } from '../../../worker/http/open-visit.ts'
import { Refusal } from '../../../worker/refusal.ts'
import { bodies } from '../world.ts'
import type { RouteRow } from './route-row.ts'
import { routeRows } from './routes.ts'

const company = '/:l{(?:sv|en)}/companies/:company'
const routes = new Hono<App>().onError(answerErrors)
routes.use(openVisit)

/** Whoever asks is shown everybody, with their addresses. */
routes.get(`${company}/roster`, async (c) =>
  c.json(
    await c.var.visit.openDb.all(sql`select m.name, u.email from memberships m join users u on u.id = m.learner
      where m.company = ${c.req.param('company')}`),
  ),
)

/** Asks who runs the company, and tells when somebody was at it. */
routes.get(`${company}/diary`, async (c) => {
  const { openDb, learner } = c.var.visit
  const rows = await openDb.all(sql`select m.name, strftime('%Y-%m-%d %H:%M', d.at / 1000, 'unixepoch') as at
    from memberships m join course_completions d on d.learner = m.learner
    where m.company = ${c.req.param('company')} and exists (select 1 from memberships v where v.company = m.company
      and v.learner = ${learner?.id ?? ''} and v.role in ('owner', 'manager'))`)
  if (rows.length === 0) throw new Refusal('not-found', 'company')
  return c.json(rows)
})

/** Renames somebody by id alone, and mails the owner how well they did. */
routes.post(`${company}/members/:member/name`, async (c) => {
  const { openDb } = c.var.visit
  const { company: id, member } = c.req.param()
  await openDb.run(sql`update memberships set name = name || 'x' where id = ${member}`)
  await openDb.run(sql`insert into mails (id, recipient, subject, body, locale, created_at, expires_at, due_at)
    select lower(hex(randomblob(16))), u.email, 'Nytt namn', (select s.score from submissions s
        join memberships m on m.learner = s.learner where m.id = ${member}), 'sv', 0, 9e15, 9e15
      from memberships o join users u on u.id = o.learner where o.company = ${id} and o.role = 'owner'`)
  return c.redirect(`/sv/companies/${id}`, 303)
})

bodies['POST /:l/companies/:company/members/:member/name'] ??= () => ({ form: {} })

const team = routeRows['GET /:l/companies/:company/settings']!
const rows: Record<string, RouteRow> = {
  'GET /:l/companies/:company/roster': team,
  'GET /:l/companies/:company/diary': team,
  'POST /:l/companies/:company/members/:member/name': routeRows['POST /:l/companies/:company/members/:member/removal']!,
}

/** An app of routes that forget something, with the rows that their makers would have written. */
export const forgetful = { router: routes as unknown as typeof app, rows }
