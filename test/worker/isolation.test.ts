import { getTableColumns, getTableName } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'

import { columnsRead, companyReadings } from '../support/isolation/columns-read.ts'
import { mayBeRead } from '../support/isolation/may-be-read.ts'
import { mayBeHanded, mayBeTold } from '../support/isolation/may-be-told.ts'
import { ofNobody, unmarked } from '../support/isolation/marked-rows.ts'
import { tables } from '../support/isolation/kept-rows.ts'
import { routeRows } from '../support/isolation/routes.ts'
import { sees } from '../support/isolation/route-row.ts'
import { type Visited, walk } from '../support/isolation/walk.ts'
import { makeIsolationWorld } from '../support/isolation/world.ts'
import { nameOf, type Route, routesOf } from '../support/world.ts'
import { scheduled } from '../../worker/scheduled.ts'
import { bindings } from '../support/worker.ts'
import { forgetful } from '../support/isolation/forgetful.tsx'

/**
 * Every route as everybody: who may gets in, who may not does not, nobody changes what is not theirs, and of one learner
 * and one company, marked in every column, each is told only what is allowed by name.
 */

let visited: Visited[]

beforeAll(async () => {
  // It is ready once there was one, whichever test of this database came first.
  await scheduled({ cron: '*/15 * * * *' }, bindings())
  visited = await walk()
}, 300_000)

function silent(routes: readonly Route[]): string[] {
  return [...new Set(routes.map(nameOf))].filter((name) => !Object.hasOwn(routeRows, name))
}

test('every route says who may', () => {
  expect(silent(routesOf()), 'say in test/support/isolation/routes.ts who may, and with which status').toEqual([])
})

test('every row is a route’s', () => {
  const routes = new Set(routesOf().map(nameOf))
  expect(Object.keys(routeRows).filter((name) => !routes.has(name))).toEqual([])
})

test('who may gets in, and nobody else', () => {
  const wrong = visited.flatMap(({ route, viewer, wrong: why }) => (why ? [`${route} as ${viewer}: ${why}`] : []))
  expect(wrong).toEqual([])
})

test('nothing changes that is not one’s own, but where the row says so and by who may', () => {
  const changed = visited.flatMap(({ route, viewer, row, changed: tables }) => {
    const isIn = row.may[viewer] !== undefined
    if (isIn && row.changes) return []
    const strange = tables.filter((table) => !(isIn && row.counts.includes(table)))
    return strange.map((table) => `${table} by ${route} as ${viewer}`)
  })
  expect(changed).toEqual([])
})

test('what is meant to change something does', () => {
  const writes = visited.filter(({ row, viewer, status }) => status > 0 && row.changes && row.may[viewer] !== undefined)
  const idle = writes.filter((each) => !writes.some(({ route, changed }) => route === each.route && changed.length > 0))
  expect(idle.map(({ route }) => route)).toEqual([])
  expect(writes.length).toBeGreaterThan(10)
})

function leaks(visits: readonly Visited[]): string[] {
  return visits
    .filter(({ viewer }) => viewer !== 'self')
    .flatMap(({ told, viewer, route }) => told.map((column) => ({ column, viewer, route })))
    .filter(({ column, viewer }) => !mayBeTold[column]?.to.includes(viewer))
    .map(({ column, viewer, route }) => `${column} to ${viewer} by ${route}`)
}

test('nobody is told a column that is not theirs to know', () => {
  expect(leaks(visited), 'if it should be told: say to whom and why in test/support/isolation/may-be-told.ts').toEqual(
    [],
  )
})

test('nor does the database hand one out on the way, where a mistake in a page could tell it', () => {
  // What a badge says is for everybody, and a letter's link is for whoever has it.
  const handed = visited
    .filter(({ viewer, route }) => viewer !== 'self' && !/\/(badges|mails\/off)\//.test(route))
    .flatMap(({ left, viewer, route }) => left.map((column) => ({ column, viewer, route })))
    .filter(({ column, viewer }) => ![mayBeTold, mayBeHanded].some((list) => list[column]?.to.includes(viewer)))
    .map(({ column, viewer, route }) => `${column} to ${viewer} by ${route}`)
  expect(handed, 'if it is needed: say why in test/support/isolation/may-be-told.ts').toEqual([])
})

/** What tells of somebody who is a member that they are one, or what they did. */
const ofMembers = [
  'memberships.id',
  'memberships.name',
  'memberships.name_key',
  'memberships.joined_at (day)',
  'course_completions.day',
]

/** Answers to those who run something on which a colleague stands, and that are told to nobody. */
function unopened(visits: readonly Visited[]): string[] {
  const shown = visits.filter(
    ({ viewer, told, named, status }) =>
      status > 0 && sees.includes(viewer) && (named.length > 0 || told.some((column) => ofMembers.includes(column))),
  )
  const silently = shown.filter(
    ({ statements }) => !statements.some((text) => text.startsWith('insert into "openings"')),
  )
  return [...new Set(silently.map(({ route }) => route))]
}

/** Pages with a colleague's name that are no look at the colleagues, and why. */
const noOpening: Record<string, string> = {
  'GET /:l/companies/:company/seen': 'one’s own row, and who opened it',
  'GET /:l/companies/:company/seen?joined=1': 'the same',
  'GET /:l/me/privacy': 'the same',
  'GET /:l/me/erasure': 'who takes over what one owns oneself',
}

test('who stands on a page that somebody else reads can see that it was opened', () => {
  expect(unopened(visited)).toEqual(Object.keys(noOpening))
})

test('what may be told is told somewhere: the list holds nothing more', () => {
  const unsaid = Object.entries(mayBeTold).flatMap(([column, { to }]) =>
    to
      .filter((viewer) => !visited.some((each) => each.viewer === viewer && each.told.includes(column)))
      .map((viewer) => `${column} to ${viewer}`),
  )
  expect(unsaid).toEqual([])
})

test('every column of every table has a mark, or its reason why not', async () => {
  const { markers } = await makeIsolationWorld('signedOut')
  const columns = tables
    .filter((table) => !(getTableName(table) in ofNobody))
    .flatMap((table) => Object.values(getTableColumns(table)).map(({ name }) => `${getTableName(table)}.${name}`))
  const missing = columns.filter((column) => !markers.marked.has(column) && !(column in unmarked))
  expect(missing, 'mark it in test/support/isolation/marked-rows.ts').toEqual([])
  expect(Object.keys(unmarked).filter((column) => markers.marked.has(column) || !columns.includes(column))).toEqual([])
})

const known = Object.entries(mayBeRead).flatMap(([table, list]) => list.split(/\s+/).map((each) => `${table}.${each}`))

test('no column is looked at for a company but those on the list', async () => {
  // What is held about oneself is read by oneself alone; how the company sees one is asked by other routes as well.
  const asked = visited.filter(({ route }) => !['POST /:l/me/held', 'GET /:l/me/privacy'].includes(route))
  const read = await columnsRead(companyReadings(asked.flatMap((each) => each.statements)))
  expect(read, 'is it needed? Then it stands in test/support/isolation/may-be-read.ts').toEqual(known.toSorted())
})

test('a statement that looks at more is found, whether it tells it or not', async () => {
  const more = [
    'select s.score from submissions s join memberships m on m.learner = s.learner where m.company = ?',
    `select m.name from memberships m where m.company = ? order by (select max(a.at) from answers a where a.learner = m.learner)`,
    'with m as (select * from memberships where company = ?) select m.name from m join users u on u.id = m.learner where u.email_since > ?',
    'insert into mails (recipient) select e.user_agent from memberships m join sessions e on e.user_id = m.learner',
  ]
  const read = await columnsRead(companyReadings([...more, 'select * from users', 'delete from memberships']))
  expect(read.filter((column) => !known.includes(column))).toEqual([
    'answers.at',
    'sessions.user_agent',
    'sessions.user_id',
    'submissions.score',
    'users.email_since',
  ])
})

/** Routes as somebody in a hurry would add them: each is found, by the rule that it forgets. */
test('a route that asks for no viewer, tells too much, or changes what is another’s is found', async () => {
  const { router, rows } = forgetful
  expect(silent(routesOf(router))).toEqual(Object.keys(rows))
  const visits = await walk({ router, rows, who: ['stranger', 'member', 'teamManager', 'manager'] })
  const wrong = visits.filter((each) => each.wrong).map(({ route, viewer }) => `${route} as ${viewer}`)
  expect(wrong).toEqual([
    'GET /:l/companies/:company/roster as stranger',
    'GET /:l/companies/:company/roster as member',
    'GET /:l/companies/:company/roster as teamManager',
    'POST /:l/companies/:company/members/:member/name as stranger',
    'POST /:l/companies/:company/members/:member/name as member',
    'POST /:l/companies/:company/members/:member/name as teamManager',
  ])
  expect(unopened(visits)).toEqual(['GET /:l/companies/:company/roster', 'GET /:l/companies/:company/diary'])
  expect(leaks(visits)).toEqual(
    expect.arrayContaining([
      'memberships.name to stranger by GET /:l/companies/:company/roster',
      'users.email to manager by GET /:l/companies/:company/roster',
      'course_completions.at (time) to manager by GET /:l/companies/:company/diary',
      'submissions.score to owner by a mail of POST /:l/companies/:company/members/:member/name',
    ]),
  )
  const changed = visits.filter((each) => each.changed.length > 0 && each.row.may[each.viewer] === undefined)
  expect(changed.map(({ viewer }) => viewer)).toEqual(['stranger', 'member', 'teamManager'])
})
