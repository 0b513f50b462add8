import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'

import { app } from '../../worker/app.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { answerErrors } from '../../worker/http/answer-errors.tsx'
import { type App, openVisit } from '../../worker/http/open-visit.ts'
import { signedIn } from '../../worker/visit.ts'
import {
  endSessions,
  isWrite,
  makeWorld,
  nameOf,
  requestTo,
  type Route,
  routesOf,
  type World,
} from '../support/world.ts'
import { bindings, Browser } from '../support/worker.ts'

/**
 * The rule: a write, and a page with other people's data, uses a fresh identity, in the same round trip. Looked for on
 * every route: what is asked of the database, and what somebody gets whose session was ended on another device.
 */

/** Signing in and out, and what a mailed link does by itself, work whatever became of a session. */
const atTheDoor = /^POST \/:l\/(sign-(in|out)|addresses\/return|mails\/off)/
/** Nobody's own: counts, mails on their way, signatures, and the form that is kept because a session had ended. */
const nobodysOwn =
  /^\s*(insert into|update|delete from) "?(limits|mails|kept_forms|credentials|status_lists|status_entries|sessions)"?/i

/** The statements that a request asked of the database, by batch. */
class Listening extends Browser {
  readonly batches: string[][] = []

  constructor(from: Browser) {
    const reach = bindings()
    super({
      ...reach,
      DATABASE: {
        fetch: async (request: RequestInfo, init?: RequestInit) => {
          this.batches.push(...batchesIn(await new Request(request, init).text()))
          return fetch(request, init)
        },
      } as unknown as Fetcher,
    })
    for (const [name, value] of from.jar) this.jar.set(name, value)
  }
}

function batchesIn(pipeline: string): string[][] {
  const { requests } = JSON.parse(pipeline) as {
    requests: {
      stmt?: { sql?: string }
      batch?: { steps: { stmt: { sql?: string; sql_id?: number } }[] }
      sql?: string
      sql_id?: number
    }[]
  }
  const stored = new Map(requests.filter(({ sql_id }) => sql_id !== undefined).map(({ sql_id, sql }) => [sql_id, sql]))
  return requests
    .filter(({ stmt, batch }) => stmt || batch)
    .map(({ stmt, batch }) =>
      (batch?.steps.map((step) => step.stmt) ?? [stmt!])
        .map((each) => each.sql ?? stored.get((each as { sql_id?: number }).sql_id) ?? '')
        .filter((sql) => !/^(begin|commit|rollback)/i.test(sql)),
    )
}

/** Whether a batch writes what is somebody's own without asking first whether their session lives. */
function isForgetful(batch: string[]): boolean {
  const writes = batch.filter((sql) => /^\s*(insert|update|delete|replace)/i.test(sql) && !nobodysOwn.test(sql))
  return writes.length > 0 && !batch[0]!.includes('session ended')
}

async function forgetfulWrites(router: typeof app, route: Route, world: World): Promise<string[]> {
  const browser = new Listening(world.browser)
  await browser.send(...requestTo(route, world), router)
  return browser.batches.filter(isForgetful).map((batch) => `${nameOf(route)} asks ${batch[0]}`)
}

/** What an ended session still gets of others, or still does. */
async function openDoors(router: typeof app, route: Route, world: World): Promise<string[]> {
  const browser = new Browser()
  for (const [name, value] of world.browser.jar) browser.jar.set(name, value)
  const answer = await browser.send(...requestTo(route, world), router)
  const told = world.others.filter((mark) => answer.text.includes(mark))
  const isRefused = [303, 401, 403, 404].includes(answer.status) && !/\/(me|companies)\b/.test(answer.location ?? '')
  return [
    ...told.map((mark) => `${nameOf(route)} tells ${mark}`),
    ...(answer.status >= 500 && answer.status !== 503 ? [`${nameOf(route)} answers ${answer.status}`] : []),
    ...(isWrite(route) && !isRefused ? [`${nameOf(route)} answers ${answer.status} ${answer.location ?? ''}`] : []),
  ]
}

const personal = (route: Route) => !atTheDoor.test(nameOf(route)) && nameOf(route) !== 'POST /theme'

test.for(routesOf().filter(isWrite).filter(personal))(
  '$method $path writes nothing of somebody’s before it has asked whether their session lives',
  async (route) => {
    expect(await forgetfulWrites(app, route, await makeWorld())).toEqual([])
  },
)

let ended: World
beforeAll(async () => {
  ended = await makeWorld()
  await endSessions(ended.learner)
})

/** What anybody may do, signed in or not. */
const open = /remarks$|answers\/:id$/

test.for(
  routesOf()
    .filter(personal)
    .filter((route) => !(isWrite(route) && open.test(nameOf(route)))),
)('$method $path tells an ended session nothing of others, and does nothing for it', async (route) => {
  expect(await openDoors(app, route, ended)).toEqual([])
})

/** Two routes as somebody in a hurry would write them: past the guarded database. */
const forgetful = new Hono<App>().onError(answerErrors)
forgetful.use(openVisit)
forgetful.post('/:l{(?:sv|en)}/me/name', async (c) => {
  const { openDb, learner } = signedIn(c.var.visit)
  await openDb.update(users).set({ name: learner.name }).where(eq(users.id, learner.id))
  return c.text('ok')
})
forgetful.get('/:l{(?:sv|en)}/companies/:company', async (c) => {
  return c.json(await c.var.visit.openDb.select().from(memberships))
})

test('a route that forgets is found', async () => {
  const world = await makeWorld()
  const [write, read] = routesOf(forgetful as unknown as typeof app)
  expect(await forgetfulWrites(forgetful as unknown as typeof app, write!, world)).toHaveLength(1)
  await endSessions(world.learner)
  expect(await openDoors(forgetful as unknown as typeof app, write!, world)).toHaveLength(1)
  expect(await openDoors(forgetful as unknown as typeof app, read!, world)).toHaveLength(1)
})
