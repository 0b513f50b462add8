import { createRoute, z } from '@hono/zod-openapi'

import { apiApp } from '../http/api-app.ts'
import { answers, body, bySession } from '../http/api-fields.ts'
import { problems } from '../http/api-problem.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn, type Visit } from '../visit.ts'
import { Invitation, Joined, MyCompanies, NewCompany, NewMembership, StartedCompany } from './api-schemas.ts'
import { findInvitation, findJoined, joinCompany } from './join-company.ts'
import { readEarlier } from './read-earlier.ts'
import { startCompany } from './start-company.ts'
import { selectMemberships } from './store.ts'

/** Companies: one's own, a new one, and the way in by a code. */
export const companiesApi = apiApp()

const CodePath = z.object({ code: z.string().min(1).max(40) })

const readCompanies = createRoute({
  method: 'get',
  path: '/api/v1/companies',
  tags: ['Companies'],
  summary: 'The companies you belong to',
  security: bySession,
  responses: { 200: answers('Your companies, the first joined first', MyCompanies), ...problems(401) },
})

companiesApi.openapi(readCompanies, async (c) => {
  const { db, learner } = signedIn(c.var.visit)
  const mine = await selectMemberships(db, learner.id)
  const companies = mine.map(({ company, name, role, displayName, courses }) => ({
    id: company,
    name,
    role,
    displayName,
    terms: courses,
  }))
  return c.json({ companies }, 200)
})

const postCompany = createRoute({
  method: 'post',
  path: '/api/v1/companies',
  tags: ['Companies'],
  summary: 'Start a company, with you as its owner',
  description: 'A conflict for an account that owns ten companies already.',
  security: bySession,
  request: { body: body(NewCompany) },
  responses: { 201: answers('The company', StartedCompany), ...problems(401, 403, 409, 413, 422) },
})

companiesApi.openapi(postCompany, async (c) => {
  const visit = signedIn(c.var.visit)
  const { courses, ...wanted } = c.req.valid('json')
  const choice = courses === 'all' ? { share: 'all', courses: [] } : { share: 'some', courses }
  const { id } = await startCompany(visit, { ...wanted, ...choice })
  c.header('Location', `/api/v1/companies/${id}/members`)
  return c.json({ id, page: urls.company(visit.locale, id) }, 201)
})

const readInvitation = createRoute({
  method: 'get',
  path: '/api/v1/invitations/{code}',
  tags: ['Companies'],
  summary: 'What a join code leads to',
  description: 'Unknown, used, expired and replaced codes are one and the same 404. Look-ups are limited.',
  security: [{ session: [] }, {}],
  request: { params: CodePath },
  responses: { 200: answers('The invitation', Invitation), ...problems(404, 422, 429) },
})

companiesApi.openapi(readInvitation, async (c) => {
  const { visit } = c.var
  const { code, name, version, courses, company } = await findInvitation(visit, c.req.valid('param').code)
  const { begun, memberships } = await readEarlier(visit)
  const known = visit.catalogue.courses.map((course) => course.id)
  return c.json(
    {
      code,
      company: name,
      termsVersion: version,
      terms: courses,
      earlier: known.filter((course) => begun.includes(course)),
      membershipOf: memberships.some((row) => row.company === company) ? company : null,
    },
    200,
  )
})

const postMembership = createRoute({
  method: 'post',
  path: '/api/v1/invitations/{code}/memberships',
  tags: ['Companies'],
  summary: 'Join a company, having seen what it will see',
  description: 'Joining twice changes nothing. A conflict if the terms are not those that hold now.',
  security: bySession,
  request: { params: CodePath, body: body(NewMembership) },
  responses: {
    200: answers('You belonged to it already', Joined),
    201: answers('You have joined', Joined),
    ...problems(401, 403, 404, 409, 413, 422, 429),
  },
})

companiesApi.openapi(postMembership, async (c) => {
  const visit = signedIn(c.var.visit)
  const { name, termsVersion, earlier } = c.req.valid('json')
  // A code for one is used up by whoever has joined with it.
  const already = await findJoined(visit, c.req.valid('param').code)
  if (already) return c.json(joinedTo(visit, already), 200)
  const invitation = await findInvitation(visit, c.req.valid('param').code)
  if (!invitation.isForSender) throw new Refusal('forbidden', 'mailed to another address')
  if (invitation.version !== termsVersion) throw new Refusal('conflict', 'terms')

  const company = await joinCompany(visit, { code: invitation.code, name, termsVersion, earlier })
  return c.json(joinedTo(visit, company), 201)
})

function joinedTo({ locale }: Visit, company: string) {
  return { company, page: urls.seen(locale, company) }
}
