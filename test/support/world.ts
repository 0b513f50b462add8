import { eq } from 'drizzle-orm'

import { app } from '../../worker/app.ts'
import { grants, sessions, users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { remarks } from '../../worker/db/schema/remarks.ts'
import { readSettings } from '../../worker/env.ts'
import { offTokenOf } from '../../worker/mail/off-token.ts'
import { earnBadge } from './earn-badge.ts'
import { answer, course, formOf, lesson, lessonPath, picks } from './lessons.ts'
import { makeMerger } from './merger.ts'
import { signedIn, somebody } from './people.ts'
import { companyForm, join, makeTeam, startTeam, teamCode } from './teams.ts'
import { bindings, type Browser, database } from './worker.ts'

const db = database(bindings())

export interface Route {
  method: string
  path: string
}

/** Every route of the app, middleware left out. */
export function routesOf(router: Pick<typeof app, 'routes'> = app): Route[] {
  const named = router.routes.filter(({ method }) => method !== 'ALL')
  return [...new Map(named.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()]
}

export function isWrite({ method }: Route): boolean {
  return method !== 'GET'
}

/** Somebody who is everything at once, with an id of each kind that is theirs to use. */
export interface World {
  browser: Browser
  email: string
  learner: string
  /** What stands on pages about others: a colleague's name and the company's. */
  others: string[]
  /** By a route's parameter. */
  values: Record<string, string>
  /** A practice question as a form sends it. */
  practice: { id: string; version: string; tokens: string[] }
}

export async function makeWorld(): Promise<World> {
  const email = somebody('anders')
  const mark = crypto.randomUUID().slice(0, 8)
  const team = await startTeam({ name: `Plåt ${mark}` })
  const colleague = await signedIn(somebody('amira'))
  await join(colleague, team.code, { name: `Amira ${mark}` })
  const browser = await signedIn(email)
  await join(browser, team.code, { name: 'Anders Öst' })

  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  const learner = user!.id
  await db.update(memberships).set({ role: 'owner' }).where(eq(memberships.learner, learner))
  await db.insert(grants).values([
    { user: learner, role: 'author', at: new Date() },
    { user: learner, role: 'operator', at: new Date() },
  ])
  await answer(browser, lessonPath, 'nuts-promise', 'Löftet')
  const attempt = (await browser.post(`/sv/courses/${course}/badge/attempts`, {})).location!.split('/').at(-1)!
  await earnBadge(browser, db)

  const [award] = await db.select().from(awards).where(eq(awards.learner, learner))
  const members = await db
    .select()
    .from(memberships)
    .where(eq(memberships.company, team.path.split('/').at(-1)!))
  const form = formOf(await browser.get(`${lessonPath}?again=nuts-promise`), 'nuts-promise')
  const remark = await makeRemark(form.version)
  return {
    browser,
    email,
    learner,
    others: [`Plåt ${mark}`, `Amira ${mark}`],
    practice: { id: crypto.randomUUID(), version: form.version, tokens: picks(form, 'Löftet') },
    values: {
      l: 'sv',
      course,
      lesson,
      question: 'nuts-promise',
      attempt,
      remark,
      award: award!.id,
      company: team.path.split('/').at(-1)!,
      membership: await endedStay(browser),
      member: members.find(({ name }) => name.startsWith('Amira'))!.id,
      code: await teamCode(browser, team.path),
      merger: await makeMerger(),
      team: await makeTeam(browser, team.path),
      path: 'starter',
      badge: award!.badge,
      version: '0'.repeat(32),
      list: '1',
      result: '0'.repeat(32),
      file: `${award!.id}.json`,
      secret: '0'.repeat(32),
      proof: '0'.repeat(32),
      token: await offTokenOf(readSettings(browser.env).SECRET, learner, 'weekly'),
    },
  }
}

/** A company that somebody had alone, and left. */
async function endedStay(browser: Browser): Promise<string> {
  const started = await browser.post('/sv/companies/new', companyForm)
  const left = await browser.post(`${started.location!}/departure`, {})
  return left.location!.split('/').at(-1)!
}

async function makeRemark(version: string): Promise<string> {
  const id = crypto.randomUUID()
  const at = new Date()
  const row = { id, course, question: 'nuts-promise', version, page: lesson, locale: 'sv', text: 'Fel.', at } as const
  await db.insert(remarks).values(row)
  return id
}

/** The address of a route in somebody's world. A parameter that the world has no id for is an error: give it one. */
export function addressOf(route: Route, { values }: World): string {
  const path = route.path.replaceAll(/\/:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?\??/g, (_, name: string) => {
    const key = name !== 'id' ? name : route.path.includes('remarks') ? 'remark' : 'attempt'
    const value = valueFor(route, name, values[key])
    if (value === undefined) throw new Error(`test/support/world.ts has no value for :${name} of ${route.path}`)
    return `/${value}`
  })
  return route.path.includes('achievements/:file') ? '/achievements/CHK-2.png' : path
}

function valueFor({ path }: Route, name: string, value: string | undefined): string | undefined {
  if (name === 'id' && path.includes('/answers/:id')) return crypto.randomUUID()
  return path.includes('svg|png') ? value?.replace('.json', '.png') : value
}

type Body = { form: Record<string, string | string[]> } | { json: unknown } | undefined

/** What each writing route is sent by somebody who means it. */
export const bodies: Record<string, (world: World) => Body> = {
  'PUT /api/v1/courses/:course/lessons/:lesson/answers/:id': ({ practice }) => ({
    json: { question: 'nuts-promise', version: practice.version, tokens: practice.tokens },
  }),
  'POST /api/v1/courses/:course/attempts': () => undefined,
  'PUT /api/v1/courses/:course/attempts/:id/draft': () => ({ json: { answers: {} } }),
  'PUT /api/v1/courses/:course/attempts/:id/submission': () => ({ json: { answers: {} } }),
  'POST /api/v1/companies': () => ({ json: { ...companyForm, share: undefined, courses: 'all', accept: true } }),
  'POST /api/v1/invitations/:code/memberships': () => ({
    json: { name: 'Anders', termsVersion: 1, earlier: [], accept: true },
  }),
  'POST /api/v1/companies/:company/invitations': () => ({ json: { for: 'team' } }),
  'PATCH /api/v1/companies/:company/members/:member': () => ({ json: { role: 'manager' } }),
  'DELETE /api/v1/companies/:company/members/:member': () => undefined,
  'POST /api/v1/companies/:company/members/:member/restoration': () => undefined,
  'PUT /api/v1/companies/:company/shares': () => ({ json: { earlier: [] } }),
  'DELETE /api/v1/companies/:company/membership': () => undefined,
  'POST /api/mail-events': () => ({ json: { events: [] } }),
  'POST /theme': () => ({ form: { theme: 'dark', next: '/sv' } }),
  'POST /:l/courses/:course/remarks': ({ practice, values }) => ({
    form: {
      id: crypto.randomUUID(),
      question: 'nuts-promise',
      version: practice.version,
      page: values.lesson!,
      next: '/sv',
      text: 'Något är fel.',
    },
  }),
  'POST /:l/authors/remarks/:id': () => ({ form: { settled: 'yes' } }),
  'POST /:l/courses/:course/badge/attempts': () => ({ form: {} }),
  'POST /:l/courses/:course/badge/attempts/:attempt': () => ({ form: {} }),
  'POST /:l/courses/:course/badge/attempts/:attempt/hand-in': () => ({ form: {} }),
  'POST /:l/courses/:course/badge/attempts/:attempt/submission': () => ({ form: {} }),
  'POST /:l/courses/:course/:lesson/answers/:question': ({ practice }) => ({
    form: { id: crypto.randomUUID(), version: practice.version, o: practice.tokens },
  }),
  'POST /:l/me/badges/:award': () => ({ form: { name: 'yes', holder: 'Anders Öst' } }),
  'POST /:l/me/badges/:award/withdrawal': () => ({ form: {} }),
  'POST /:l/me/badges/:award/publication': () => ({ form: {} }),
  'POST /:l/me/takeover': ({ practice, values }) => ({
    json: {
      answers: [
        {
          ...practice,
          id: crypto.randomUUID(),
          at: Date.now(),
          course: values.course,
          lesson: values.lesson,
          question: values.question,
        },
      ],
    },
  }),
  'POST /:l/companies/new': () => ({ form: companyForm }),
  'POST /:l/companies/:company/settings': () => ({ form: { ...companyForm, name: 'Siljans Plåt AB' } }),
  'POST /:l/companies/:company/contact': () => ({ form: { contactName: 'Karin Ås', contactReach: '0243-123 45' } }),
  'POST /:l/companies/:company/closing': () => ({ form: { company: 'Siljans Plåt' } }),
  'POST /:l/companies/:company/closing/code': () => ({ form: { code: '123456' } }),
  'POST /:l/companies/:company/reopening': () => ({ form: {} }),
  'POST /:l/companies/:company/merger': () => ({ form: {} }),
  'POST /:l/companies/:company/merger/withdrawal': () => ({ form: {} }),
  'POST /:l/mergers/:merger': ({ values }) => ({ form: { into: values.company! } }),
  'POST /:l/companies/:company/move': () => ({ form: { name: 'Anders', accept: 'yes', terms: '1' } }),
  'POST /:l/companies/:company/move/refusal': () => ({ form: {} }),
  'POST /:l/join/:code': () => ({ form: { name: 'Anders', accept: 'yes', terms: '1' } }),
  'POST /:l/companies/:company/invitations': () => ({ form: { for: 'team' } }),
  'POST /:l/companies/:company/papers': () => ({ form: { names: `Pia ${crypto.randomUUID().slice(0, 8)}` } }),
  'POST /:l/companies/:company/papers/withdrawal': () => ({ form: { code: 'NOSUCHCODE' } }),
  'POST /:l/join/:code/decline': () => ({ form: {} }),
  'POST /:l/companies/:company/invitations/list': () => ({ form: { rows: `Tilda Rask, ${somebody('tilda')}` } }),
  'POST /:l/companies/:company/invitations/mail': () => ({ form: { email: somebody() } }),
  'POST /:l/companies/:company/invitations/withdrawal': () => ({ form: { email: somebody() } }),
  'POST /:l/companies/:company/invitations/closing': () => ({ form: {} }),
  'POST /:l/companies/:company/members/:member': () => ({ form: { role: 'manager' } }),
  'POST /:l/companies/:company/handover': ({ values }) => ({ form: { heir: values.member!, self: 'owner' } }),
  'POST /:l/companies/:company/teams': () => ({ form: { name: `Lager ${crypto.randomUUID().slice(0, 8)}` } }),
  'POST /:l/companies/:company/teams/:team': () => ({ form: { name: `Svets ${crypto.randomUUID().slice(0, 8)}` } }),
  'POST /:l/companies/:company/teams/:team/ending': () => ({ form: {} }),
  'POST /:l/companies/:company/terms': () => ({ form: { share: 'all', version: '1' } }),
  'POST /:l/companies/:company/terms/answer': () => ({ form: { version: '2', answer: 'yes' } }),
  'POST /:l/companies/:company/name': () => ({ form: { name: 'Anders Öst' } }),
  'POST /:l/companies/:company/members/:member/ownership': () => ({ form: { role: 'owner', code: '123456' } }),
  'POST /:l/companies/:company/members/:member/removal': () => ({ form: { link: 'yes' } }),
  'POST /:l/companies/:company/members/:member/restoration': () => ({ form: {} }),
  'POST /:l/companies/:company/shares': () => ({ form: {} }),
  'POST /:l/companies/:company/log/files': () => ({ form: { format: 'csv' } }),
  'POST /:l/companies/:company/departure': () => ({ form: {} }),
  'POST /:l/me/held': () => ({ form: { as: 'html' } }),
  'POST /:l/me/erasure': () => ({ form: { sure: 'yes' } }),
  'POST /:l/me/erasure/code': () => ({ form: { code: '123456' } }),
  'POST /:l/sign-in': () => ({ form: { email: somebody() } }),
  'POST /:l/sign-in/code': ({ email }) => ({ form: { email, code: '123456' } }),
  'POST /:l/sign-in/link/:secret': () => ({ form: {} }),
  'POST /:l/sign-out': () => ({ form: {} }),
  'POST /:l/me/name': () => ({ form: { name: 'Anders Öst' } }),
  'POST /:l/me/merger': () => ({ form: { email: somebody() } }),
  'POST /:l/me/merger/code': () => ({ form: { email: somebody(), code: '123456' } }),
  'POST /:l/me/merger/preview': () => ({ form: { sure: 'yes' } }),
  'POST /:l/me/merger/confirmation': () => ({ form: { code: '123456' } }),
  'POST /:l/me/addresses': () => ({ form: { email: somebody() } }),
  'POST /:l/me/addresses/confirmation': () => ({ form: { do: 'add', email: somebody(), code: '123456' } }),
  'POST /:l/addresses/return/:secret': () => ({ form: {} }),
  'POST /:l/me/addresses/trial': ({ email }) => ({ form: { email } }),
  'POST /:l/badges/:award/return/:proof': () => ({ form: {} }),
  'POST /:l/mails/off/:token': () => ({ form: {} }),
  'POST /:l/mails/off/:token/undo': () => ({ form: {} }),
  'POST /:l/me/addresses/code': () => ({ form: { email: somebody(), code: '123456' } }),
  'POST /:l/me/sessions': () => ({ form: {} }),
  'POST /:l/me/ways/offer': () => ({ form: {} }),
  'POST /:l/me/recovery': () => ({ form: {} }),
  'POST /:l/me/recovery/confirmation': () => ({ form: { code: '123456' } }),
  'POST /:l/me/recovery/card': () => ({ form: { made: '0' } }),
  'POST /:l/me/passkeys': () => ({ form: {} }),
  'POST /:l/me/passkeys/confirmation': () => ({ form: { do: 'add', code: '123456' } }),
  'POST /:l/me/passkeys/new': () => ({ form: { credential: '{}', challenge: '' } }),
  'POST /:l/sign-in/recovery': () => ({ form: { card: '0000-0000-0000-0000' } }),
  'POST /:l/sign-in/passkey': () => ({ form: { credential: '{}' } }),
  'POST /:l/kept/:id': () => ({ form: {} }),
  'POST /:l/kept/:id/disposal': () => ({ form: {} }),
}

/** Without the patterns of its parameters, as `bodies` names it. */
export function nameOf({ method, path }: Route): string {
  return `${method} ${path.replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '')}`
}

/** What a route is sent in somebody's world. A writing route that has no row in `bodies` is an error: give it one. */
export function requestTo(route: Route, world: World): [string, RequestInit] {
  const address = addressOf(route, world)
  if (!isWrite(route)) return [address, {}]
  const row = bodies[nameOf(route)]
  if (!row) throw new Error(`test/support/world.ts has no body for ${nameOf(route)}`)

  const body = row(world)
  const headers = { origin: 'http://navet.example' }
  if (!body) return [address, { method: route.method, headers }]
  if ('json' in body) {
    const json = { ...headers, 'content-type': 'application/json' }
    return [address, { method: route.method, headers: json, body: JSON.stringify(body.json) }]
  }
  const fields = Object.entries(body.form).flatMap(([name, value]) => [value].flat().map((each) => [name, each]))
  return [address, { method: route.method, headers, body: new URLSearchParams(fields) }]
}

/** As if it had been ended on another device: the browser's own cookies do not know yet. */
export async function endSessions(learner: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.userId, learner))
}
