import { sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

import * as schema from '../../../worker/db/schema/index.ts'
import { optionTokens } from '../../../worker/quizzes/option-tokens.ts'
import { offTokenOf } from '../../../worker/mail/off-token.ts'
import { placedQuestions } from '../place-walk.ts'
import type { World } from '../world.ts'
import { bindings, Browser, database } from '../worker.ts'
import { type Catalogued, type MarkedIds, markedRows, shared } from './marked-rows.ts'
import { Markers, text } from './markers.ts'

/**
 * Everybody who may ask for something of the marked learner (`self`) and the marked company: what they see of both is
 * what the tests are about. `teamManager` runs another team than the one that `self` is in, `otherManager` and
 * `otherOwner` another company; `noAddress` is a member whose account has no address,
 * `mover` the owner of a company that is on its way into the marked one.
 */
export const viewers = [
  'signedOut',
  'stranger',
  'member',
  'teamManager',
  'otherManager',
  'otherOwner',
  'former',
  'erased',
  'noAddress',
  'manager',
  'owner',
  'author',
  'mover',
  'self',
] as const
export type Viewer = (typeof viewers)[number]

export interface IsolationWorld {
  markers: Markers
  ids: MarkedIds
  browsers: Record<Viewer, Browser>
  /** The accounts of those who have one, their addresses, and their memberships. */
  accounts: Record<Viewer, string>
  emails: Record<Viewer, string>
  memberships: Record<Viewer, string>
  /** What was sent to the database for each and what it answered, since somebody looked last. */
  asks: Record<Viewer, string[]>
  replies: Record<Viewer, string[]>
  /** As routes are asked in test/support/world.ts. */
  asked: World
}

const dayMs = 24 * 3_600_000
const db = database(bindings())
const practised = await practisedQuestion()

/** A learner and a company with marks in every column, and everybody around them, as rows. */
export async function makeIsolationWorld(acting?: Viewer): Promise<IsolationWorld> {
  const markers = new Markers()
  const { ids, first, rest } = markedRows(markers, practised.catalogued)
  const people = await peopleAround(ids)
  const rows = [...first, ...people.rows, ...rest]
  const [head, ...others] = rows.map(({ table, row }) => db.insert(table as typeof schema.users).values(row as never))
  await db.batch([head!, ...others])
  // The signed cookie still says who somebody is when that has just ended.
  for (const viewer of acting ? [acting] : viewers) await people.browsers[viewer].get('/sv/me')
  await db.run(sql`delete from users where id = ${people.accounts.erased}`)
  await db.run(sql`update memberships set left_at = ${Date.now() - 40 * dayMs} where id = ${people.memberships.former}`)
  people.memberships.self = ids.membership
  // Its owner, from before it was closed.
  const before = { name: 'x', nameKey: 'x', joinedAt: new Date(0), leftAt: new Date(), closedWith: true }
  const place = { id: text(), company: ids.closed, learner: people.accounts.owner, role: 'owner', termsVersion: 1 }
  await db.insert(schema.memberships).values({ ...place, ...before } as never)
  return { ...people, markers, ids, asked: await askedIn(ids) }
}

/** Takes the world away, so that those after it are as quick as those before. */
export async function endWorld({ ids, accounts }: IsolationWorld): Promise<void> {
  const gone = JSON.stringify([...Object.values(accounts), ids.removed.learner])
  await db.batch([
    db.run(sql`delete from companies where id in
      (select company from memberships where learner in (select value from json_each(${gone})))`),
    db.run(sql`delete from users where id in (select value from json_each(${gone}))`),
  ])
}

type Ids = Record<Viewer, string>
type Heard = Record<Viewer, string[]>
type Row = { table: SQLiteTable; row: Record<string, unknown> }

async function peopleAround(ids: MarkedIds) {
  const { learner, email, maker, company, elsewhere, third, asking, team } = ids
  const now = new Date()
  const rows: Row[] = []
  const [asks, replies] = [{}, {}] as Heard[] as [Heard, Heard]
  const browsers = {} as Record<Viewer, Browser>
  const [accounts, emails, memberships] = [{}, {}, {}] as Ids[] as [Ids, Ids, Ids]
  const add = (table: SQLiteTable, row: Record<string, unknown>) => rows.push({ table, row })
  for (const viewer of viewers) {
    asks[viewer] = []
    replies[viewer] = []
    browsers[viewer] = new Browser(bindings({ DATABASE: listening(asks[viewer], replies[viewer]) }))
    if (viewer === 'signedOut') continue
    const id = viewer === 'self' ? learner : viewer === 'manager' ? maker : text()
    const address = viewer === 'noAddress' ? `${id}@no-address.invalid` : `${viewer}-${id.slice(0, 8)}@people.example`
    accounts[viewer] = id
    emails[viewer] = viewer === 'self' ? email : address
    if (viewer !== 'self')
      add(schema.users, { id, name: viewer, email: address, emailVerified: true, createdAt: now, updatedAt: now })
    const token = text()
    const session = { id: text(), userId: id, token, createdAt: now, updatedAt: now }
    add(schema.sessions, { ...session, expiresAt: new Date(now.getTime() + 9 * dayMs) })
    browsers[viewer].jar.set('navet.session_token', encodeURIComponent(`${token}.${await signature(token)}`))
  }

  const place = { name: 'Annan Plåt', municipality: '2081', sector: 'C', size: '2-9', createdAt: now }
  for (const other of [elsewhere, third]) {
    add(schema.companies, { id: other, ...place, mergedInto: other === third ? company : null })
    add(schema.terms, { company: other, version: 1, courses: 'all', at: now })
  }
  const [otherTeam] = [text()]
  add(schema.teams, { id: otherTeam, company, name: 'Annat lag', nameKey: 'annat lag', createdAt: now })
  const belongs = (viewer: Viewer, role: string, more: Record<string, unknown> = {}) => {
    memberships[viewer] = text()
    const named = { name: `Kollega ${viewer}`, nameKey: `kollega ${viewer}`.toLowerCase(), joinedAt: now }
    const row = { id: memberships[viewer], company, learner: accounts[viewer], role, termsVersion: 1, ...named }
    add(schema.memberships, { ...row, ...more })
  }
  belongs('owner', 'owner')
  belongs('manager', 'manager')
  belongs('member', 'member', { team })
  belongs('noAddress', 'member', { team })
  belongs('former', 'member', { team })
  belongs('erased', 'member', { team })
  belongs('teamManager', 'member', { team: otherTeam })
  belongs('otherOwner', 'owner', { company: elsewhere })
  belongs('otherManager', 'manager', { company: elsewhere })
  belongs('mover', 'owner', { company: third })
  const offer = { code: text(), company, createdBy: maker, createdAt: now, expiresAt: new Date(now.getTime() + dayMs) }
  add(schema.invitations, { ...offer, usesLeft: 0, kind: 'merge', membership: memberships.mover })
  add(schema.invitations, { ...offer, code: asking, company: elsewhere, usesLeft: 0, kind: 'merge' })
  add(schema.teamManagers, { team: otherTeam, membership: memberships.teamManager })
  add(schema.grants, { user: accounts.author, role: 'author', at: now })
  add(schema.grants, { user: accounts.author, role: 'operator', at: now })
  return { rows, browsers, accounts, emails, memberships, asks, replies }
}

/** The database, and what is sent to it and comes back. */
function listening(asks: string[], replies: string[]) {
  return {
    async fetch(...[asked, init]: Parameters<typeof fetch>): Promise<Response> {
      asks.push(asked instanceof Request ? await asked.clone().text() : String(init?.body ?? ''))
      const answer = await fetch(asked, init)
      replies.push(await answer.clone().text())
      return answer
    },
  }
}

async function signature(token: string): Promise<string> {
  const secret = new TextEncoder().encode(String(bindings().SECRET))
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const bytes = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(token))
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
}

async function askedIn(ids: MarkedIds): Promise<World> {
  const { learner, email, company, membership, award, attempt, remark, code } = ids
  const { lesson, question, version, badge } = practised.catalogued
  const secret = String(bindings().SECRET)
  const none = '0'.repeat(32)
  return {
    browser: new Browser(),
    email,
    learner,
    others: [],
    practice: { id: crypto.randomUUID(), version, tokens: practised.tokens.slice(0, 1) },
    values: {
      l: 'sv',
      course: shared,
      lesson,
      question,
      attempt,
      remark,
      award,
      company,
      member: membership,
      code,
      merger: ids.asking,
      membership: ids.stay,
      team: ids.team,
      result: none,
      path: 'starter',
      badge,
      version: none,
      // None, however many badges the tests before have signed.
      list: '999999999',
      file: `${award}.json`,
      secret: none,
      proof: none,
      token: await offTokenOf(secret, learner, 'weekly'),
    },
  }
}

async function practisedQuestion(): Promise<{ catalogued: Catalogued; tokens: string[] }> {
  const placed = (await placedQuestions()).find(({ question }) => question.id === 'nuts-promise')!
  const [row] = await db.all<{ version: string; badge: string }>(
    sql`select version, badge from achievements where badge not like 'path%' order by first_seen_at limit 1`,
  )
  return {
    catalogued: {
      version: placed.question.version,
      lesson: placed.page,
      question: placed.question.id,
      courseVersion: row!.version,
      badge: row!.badge,
    },
    tokens: await optionTokens(placed.question, String(bindings().SECRET)),
  }
}
