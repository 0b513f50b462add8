import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { expect, test } from 'vitest'

import { app } from '../../worker/app.ts'
import { answerErrors } from '../../worker/http/answer-errors.tsx'
import { type App, openVisit } from '../../worker/http/open-visit.ts'
import { signedIn as needsPerson } from '../../worker/visit.ts'
import { acceptedIds, makeWorld, routesWithIds } from '../support/misplaced-ids.ts'

const worlds = Promise.all([makeWorld('Alfa Bygg'), makeWorld('Beta Bageri')])

test('an id of one company is nothing on another’s addresses, for every route, role and kind of id', async () => {
  const routes = routesWithIds(app.routes)
  expect(routes.length).toBeGreaterThan(20)
  expect(await acceptedIds(routes, await worlds)).toEqual([])
}, 120_000)

test('a route that forgets to ask whose member it is, is found out', async () => {
  const path = '/:l{(?:sv|en)}/companies/:company/members/:member/nickname'
  const forgetful = new Hono<App>().onError(answerErrors)
  forgetful.use(openVisit)
  forgetful.post(path, async (c) => {
    const { db } = needsPerson(c.var.visit)
    await db.run(sql`update memberships set name = 'Nisse' where id = ${c.req.param('member')}`)
    return c.redirect('/sv/companies', 303)
  })
  forgetful.get(path, async (c) => {
    const { db } = needsPerson(c.var.visit)
    const [row] = await db.all<{ name: string }>(sql`select name from memberships where id = ${c.req.param('member')}`)
    return c.text(row!.name)
  })

  const routes = routesWithIds(forgetful.routes)
  const found = await acceptedIds(routes, await worlds, forgetful as unknown as typeof app)
  expect(found).toContain(`POST ${path}: rows were changed`)
  expect(found).toContain(`POST ${path}: member got 303`)
  expect(found).toContain(`GET ${path}: owner got 200`)
}, 60_000)
