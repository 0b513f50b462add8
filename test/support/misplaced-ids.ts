import { sql } from 'drizzle-orm'

import { app } from '../../worker/app.ts'
import type { Database } from '../../worker/db/client.ts'
import { course } from './lessons.ts'
import { signedIn, somebody } from './people.ts'
import { companyForm, join, startTeam } from './teams.ts'
import { bindings, Browser, database } from './worker.ts'

const db = database(bindings())
const tables = ['companies', 'terms', 'memberships', 'earlier_shares', 'invitations', 'company_events'] as const

/** One company with all that has an id in it, and a browser for each role. */
interface World {
  name: string
  company: string
  member: string
  removed: string
  code: string
  single: string
  people: Record<'owner' | 'manager' | 'member', Browser>
}

export async function makeWorld(name: string): Promise<World> {
  const { owner, path, code } = await startTeam({ name, displayName: `Ägare på ${name}` } as Partial<
    typeof companyForm
  >)
  const company = path.split('/').at(-1)!
  const comes = async (role: string) => {
    const browser = await signedIn(somebody(role))
    await join(browser, code, { name: `${role} på ${name}` })
    return { browser, id: (await idOf(company, `${role} på ${name}`))! }
  }
  const [manager, member, removed] = [await comes('manager'), await comes('member'), await comes('removed')]
  await owner.post(`${path}/members/${manager.id}`, { role: 'manager' })
  await owner.post(`${path}/members/${removed.id}/removal`, {})
  const single = (await owner.post(`${path}/invitations`, { for: 'one' })).location!.split('/').at(-1)!
  const people = { owner, manager: manager.browser, member: member.browser }
  return { name, company, member: member.id, removed: removed.id, code, single, people }
}

async function idOf(company: string, name: string): Promise<string | undefined> {
  const [row] = await db.all<{ id: string }>(
    sql`select id from memberships where company = ${company} and name = ${name}`,
  )
  return row?.id
}

export interface Route {
  method: string
  path: string
}

/** Every address of the site that names a company, one of its members or one of its codes. */
export function routesWithIds(routes: readonly Route[]): Route[] {
  const named = routes.filter(
    ({ method, path }) => method !== 'ALL' && /\/(companies\/[:{]company|invitations\/[:{]code|join\/:code)/.test(path),
  )
  return [...new Map(named.map((route) => [`${route.method} ${route.path}`, route])).values()]
}

/** What a body says is understood by every route: one that asks for more must be added here. */
const body = {
  role: 'owner',
  for: 'team',
  link: 'yes',
  name: 'Främling',
  terms: '1',
  termsVersion: 1,
  accept: true,
  earlier: [course],
  version: 1,
  answer: 'yes',
}
const form = { ...body, accept: 'yes', termsVersion: '1', earlier: course, version: '1' }

/** The ids of one company put into the address of the other: each part on its own, and all of them. */
function misplaced({ path }: Route, own: World, other: World): string[] {
  const members = [other.member, other.removed]
  const codes = [other.code, other.single]
  const fill = (company: string, member: string, code: string) =>
    path
      .replace(/:l\{[^}]*\}+/, 'sv')
      .replace(/[:{]company\}?/, company)
      .replace(/[:{]member\}?/, member)
      .replace(/[:{]code\}?/, code)
      .replace(/:result\{.*\}\}/, crypto.randomUUID().replaceAll('-', ''))
  const hasMember = /[:{]member/.test(path)
  const hasCode = /companies\/.*[:{]code/.test(path)
  return [
    ...(hasMember ? members.map((member) => fill(own.company, member, own.code)) : []),
    ...(hasCode ? codes.map((code) => fill(own.company, own.member, code)) : []),
    ...(/[:{]company/.test(path)
      ? members.flatMap((member) => codes.map((code) => fill(other.company, member, code)))
      : [fill('', '', own.company), fill('', '', other.member)]),
  ]
}

async function snapshot(db: Database): Promise<string> {
  const rows = await Promise.all(tables.map((table) => db.all(sql.raw(`select * from ${table} order by 1, 2`))))
  return JSON.stringify(rows)
}

/** Requests in which an id of one company was accepted in another's place: the answer was no "no", told a name, or changed a row. */
export async function acceptedIds(routes: readonly Route[], worlds: [World, World], router = app): Promise<string[]> {
  const wrong: string[] = []
  for (const route of routes) {
    for (const [own, other] of [worlds, worlds.toReversed() as [World, World]]) {
      const before = await snapshot(db)
      for (const [role, browser] of Object.entries({ ...own.people, stranger: new Browser() })) {
        for (const path of new Set(misplaced(route, own, other))) {
          const { status, location, text } = await browser.send(...requestTo(route.method, path), router)
          // Whoever may not do it in their own company is told so, whatever the id.
          const isBarred = status === 403 && path.includes(own.company)
          const isNo = status === 404 || status === 401 || (status === 303 && location?.includes('/sign-in') === true)
          if (!(isNo || isBarred) || text.includes(other.name))
            wrong.push(`${route.method} ${route.path}: ${role} got ${status}`)
        }
      }
      if ((await snapshot(db)) !== before) wrong.push(`${route.method} ${route.path}: rows were changed`)
    }
  }
  return [...new Set(wrong)]
}

/** A request as the site's own page or a program would send it. */
function requestTo(method: string, path: string): [string, RequestInit] {
  if (method === 'GET') return [path, {}]
  const headers = { origin: 'http://navet.example' }
  if (!path.startsWith('/api/')) return [path, { method, headers, body: new URLSearchParams(form) }]
  const json = { ...headers, 'content-type': 'application/json' }
  return [path, { method, headers: json, body: JSON.stringify(body) }]
}
