import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { inArray } from 'drizzle-orm'
import { unzipSync } from 'fflate'

import { app } from '../../../worker/app.ts'
import { mails } from '../../../worker/db/schema/mail.ts'
import { bindings, type Browser, database } from '../worker.ts'
import { isWrite, nameOf, requestTo, type Route, routesOf } from '../world.ts'
import { statementsIn } from './columns-read.ts'
import { changedFor, type Rows, rowsIn } from './kept-rows.ts'
import { belongs, type RouteRow } from './route-row.ts'
import { routeRows } from './routes.ts'
import { endWorld, type IsolationWorld, makeIsolationWorld, type Viewer, viewers } from './world.ts'

const db = database(bindings())

export interface Visited {
  /** `GET /:l/companies/:company`, with the query if there was one. */
  route: string
  viewer: Viewer
  status: number
  row: RouteRow
  /** Why this status is not the one that the row asks for. */
  wrong: string | undefined
  /** Columns of the marked rows that the answer or a mail told this viewer, and the request had not said. */
  told: string[]
  /** The same of what the database answered on the way, told on or not. */
  left: string[]
  /** Tables in which rows changed that are none of this viewer's. */
  changed: string[]
  /** Those of the company's people, the marked learner among them, whom the answer names to somebody else. */
  named: Viewer[]
  /** What the database was asked. */
  statements: string[]
}

export interface Walk {
  router?: typeof app
  rows?: Record<string, RouteRow>
  /** Only these. */
  who?: readonly Viewer[]
}

/** Every route as everybody. What changes something for others has a world of its own each time. */
export async function walk({ router = app, rows = routeRows, who = viewers }: Walk = {}): Promise<Visited[]> {
  const visited: Visited[] = []
  const routes = routesOf(router).filter((route) => Object.hasOwn(rows, nameOf(route)))
  const world = await makeIsolationWorld()
  for (const route of routes.filter((each) => !isWrite(each))) {
    const row = rows[nameOf(route)]!
    for (const query of ['', ...Object.keys(row.also)])
      for (const viewer of who) visited.push(await visit({ router, route, row, world, viewer, query }))
  }
  await endWorld(world)
  for (const route of routes.filter(isWrite))
    visited.push(...(await walkWrite(router, route, rows[nameOf(route)]!, who)))
  return visited
}

async function walkWrite(router: typeof app, route: Route, row: RouteRow, who: readonly Viewer[]): Promise<Visited[]> {
  const visited: Visited[] = []
  let world = await makeIsolationWorld('erased')
  let before = await rowsIn(world)
  for (const viewer of who) {
    const seen = await visit({ router, route, row, world, viewer, query: '' })
    const after: Rows = await rowsIn(world)
    visited.push({ ...seen, changed: changedFor(viewer, world, { before, after }) })
    before = after
    if (!row.changes || row.may[viewer] === undefined) continue
    visited.push(...(await mailed(world, row, nameOf(route))))
    await endWorld(world)
    world = await makeIsolationWorld('erased')
    before = await rowsIn(world)
  }
  visited.push(...(await mailed(world, row, nameOf(route))))
  await endWorld(world)
  return visited
}

/** What those who were written to are told by the mails of a world. */
async function mailed({ markers, emails }: IsolationWorld, row: RouteRow, route: string): Promise<Visited[]> {
  const to = new Map(Object.entries(emails).map(([viewer, email]) => [email, viewer as Viewer]))
  const list = await db
    .select()
    .from(mails)
    .where(inArray(mails.recipient, [...to.keys()]))
  return list.map(({ recipient, subject, body }) => ({
    route: `a mail of ${route}`,
    viewer: to.get(recipient)!,
    status: 0,
    wrong: recipient.endsWith('.invalid') ? 'a mail to an address that is none' : undefined,
    row,
    told: [...markers.toldIn(`${subject}\n${body}`)],
    left: [],
    changed: [],
    named: [],
    statements: [],
  }))
}

interface Visit {
  router: typeof app
  route: Route
  row: RouteRow
  world: IsolationWorld
  viewer: Viewer
  query: string
}

async function visit({ router, route, row, world, viewer, query }: Visit): Promise<Visited> {
  const { markers, ids, asked } = world
  const of = {
    removed: { member: ids.removed.membership },
    single: { code: ids.single },
    closed: { company: ids.closed },
  }
  const values = { ...asked.values, ...(row.of ? of[row.of] : {}) }
  const [path, usual] = requestTo(route, { ...asked, values })
  const init = row.form ? { ...usual, body: new URLSearchParams(row.form(ids)) } : usual
  world.asks[viewer].length = 0
  world.replies[viewer].length = 0
  const answer = await ask(router, world.browsers[viewer], path + query, init)
  const said = markers.toldIn(`${path} ${String(init.body ?? '')}`)
  const newIn = (text: string) => [...markers.toldIn(text)].filter((column) => !said.has(column))
  return {
    route: nameOf(route) + query,
    viewer,
    status: answer.status,
    row,
    wrong: wrongIn({ row, viewer, query, path, ...answer }),
    told: newIn(answer.text),
    left: newIn(world.replies[viewer].splice(0).join('\n')),
    changed: [],
    named: namedIn(answer, viewer),
    statements: world.asks[viewer].splice(0).flatMap(statementsIn),
  }
}

/** Colleagues by the name that everybody around the marked learner has; the marked learner by their own marks. */
function namedIn({ text }: { text: string }, viewer: Viewer): Viewer[] {
  return belongs.filter((each) => each !== viewer && text.includes(`Kollega ${each}`))
}

interface Answered {
  row: RouteRow
  viewer: Viewer
  query: string
  path: string
  status: number
  location: string
}

function wrongIn({ row, viewer, query, path, status, location }: Answered): string | undefined {
  const granted = row.may[viewer]
  const refused = belongs.includes(viewer) ? (row.barred ?? row.refused) : row.refused
  const wanted = granted === undefined ? refused : (row.also[query] ?? granted)
  const isAtDoor = path.startsWith('/api/')
    ? status === 401
    : status === 303 && location.startsWith('/sv/sign-in?next=')
  // A page that was asked for with a dead cookie is had again without it.
  const isAgain = viewer === 'erased' && status === 303 && location === path + query
  const isOut = viewer === 'signedOut' || viewer === 'erased'
  if (isOut && !row.isOpen && granted === undefined) return isAtDoor || isAgain ? undefined : `${status}, not the door`
  if (viewer === 'erased' && (isAtDoor || isAgain)) return undefined
  if (status === wanted) return granted !== undefined && isAtDoor ? 'to the door, and may' : undefined
  return `${status} ${location}, not ${wanted}`
}

/** Asks with a browser's cookies, which stay as they are; the answer is all of it, a file's content unpacked. */
async function ask(router: typeof app, browser: Browser, path: string, init: RequestInit) {
  const headers = new Headers(init.headers)
  headers.set('cookie', [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; '))
  const context = createExecutionContext()
  const request = new Request(`http://navet.example${path}`, { redirect: 'manual', ...init, headers })
  const response = await router.fetch(request, browser.env, context)
  const bytes = new Uint8Array(await response.arrayBuffer())
  await waitOnExecutionContext(context)
  const isZip = response.headers.get('content-type') === 'application/zip'
  const parts = isZip ? Object.entries(unzipSync(bytes)).map(([name, file]) => name + textOf(file)) : [textOf(bytes)]
  const said = [...response.headers].map(([name, value]) => `${name}: ${value}`)
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    text: [...said, ...parts].join('\n'),
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
