import { createRoute, z } from '@hono/zod-openapi'

import { MadeInvitation, NewInvitation } from '../companies/api-schemas.ts'
import { inviteMembers } from '../companies/invite-members.ts'
import { removalReasons } from '../companies/audit/rules.ts'
import { changeRole } from '../companies/members/change-role.ts'
import { leaveCompany } from '../companies/members/leave-company.ts'
import { removeMember } from '../companies/removals/remove-member.ts'
import { restoreMember } from '../companies/removals/restore-member.ts'
import { shareEarlier } from '../companies/share-earlier.ts'
import { apiApp } from '../http/api-app.ts'
import { answers, body, bySession, Id } from '../http/api-fields.ts'
import { problems } from '../http/api-problem.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { MemberPage, NewRole, Seen, Shares } from './api-schemas.ts'
import { readSharing } from '../companies/read-sharing.ts'
import { readSeen, readTeam } from './read-team.ts'
import { type Cell, type Day, type Member, placeOf, roleIn } from './rules.ts'
import { type CompanyRow, pageSize } from './store.ts'

/** The team, and what it may know. */
export const reportsApi = apiApp()

const company = '/api/v1/companies/{company}'
const InCompany = z.object({ company: Id })
const OneMember = InCompany.extend({ member: Id })
const gone = { 204: { description: 'Done' } } as const

const readMembers = createRoute({
  method: 'get',
  path: `${company}/members`,
  tags: ['Companies'],
  summary: 'The team, for its owners and managers',
  description:
    'In Swedish name order. Completion and badges, and the day of each; never answers, scores, attempts or times. ' +
    'Not found for anybody who does not run the company. The next page is also in the `Link` header. ' +
    'The members can see on which day it was asked for; a prefetch (`Sec-Purpose`) is forbidden.',
  security: bySession,
  request: {
    params: InCompany,
    query: z.object({
      after: z.string().max(4000).optional().openapi({ description: 'Cursor of the page before.' }),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(pageSize)
        .default(pageSize)
        .openapi({ type: 'integer', description: 'Members on a page.' }),
    }),
  },
  responses: { 200: answers('One page of the team', MemberPage), ...problems(401, 403, 404, 422) },
})

reportsApi.openapi(readMembers, async (c) => {
  const visit = signedIn(c.var.visit)
  const { after, limit } = c.req.valid('query')
  if (after !== undefined && placeOf(after).id === '') {
    throw new Refusal('invalid', 'not a cursor', { after: 'unknown' })
  }
  const id = c.req.valid('param').company
  const team = await readTeam(visit, id, after, limit)
  const next = team.next ?? null
  if (next) {
    const page = `/api/v1/companies/${encodeURIComponent(id)}/members?after=${encodeURIComponent(next)}&limit=${limit}`
    c.header('Link', `<${page}>; rel="next"`)
  }
  const members = team.members.map(memberJson)
  return c.json({ company: companyJson(team.company), members, next, code: team.code ?? null }, 200)
})

const readSeenRoute = createRoute({
  method: 'get',
  path: `${company}/seen`,
  tags: ['Companies'],
  summary: 'What a company sees of you',
  description: 'Exactly the row that its managers read.',
  security: bySession,
  request: { params: InCompany },
  responses: { 200: answers('What it sees', Seen), ...problems(401, 404, 422) },
})

reportsApi.openapi(readSeenRoute, async (c) => {
  const visit = signedIn(c.var.visit)
  const id = c.req.valid('param').company
  const [seen, { earlier }] = await Promise.all([readSeen(visit, id), readSharing(visit, id)])
  return c.json(
    {
      company: companyJson(seen.company),
      member: memberJson(seen.member),
      earlier: [...earlier].map(([course, shown]) => ({ course, shown })),
    },
    200,
  )
})

const postInvitation = createRoute({
  method: 'post',
  path: `${company}/invitations`,
  tags: ['Companies'],
  summary: 'A new join code',
  security: bySession,
  request: { params: InCompany, body: body(NewInvitation) },
  responses: { 201: answers('The code', MadeInvitation), ...problems(401, 403, 404, 413, 422, 429) },
})

reportsApi.openapi(postInvitation, async (c) => {
  const visit = signedIn(c.var.visit)
  const uses = c.req.valid('json').for === 'one' ? 1 : null
  const code = await inviteMembers(visit, c.req.valid('param').company, uses)
  c.header('Location', `/api/v1/invitations/${code}`)
  return c.json({ code, url: visit.settings.BASE_URL + urls.join(visit.locale, code) }, 201)
})

const patchMember = createRoute({
  method: 'patch',
  path: `${company}/members/{member}`,
  tags: ['Companies'],
  summary: 'Give a member another role',
  description:
    'By an owner. The last owner stays one: a conflict with the reason `last-owner`. Making or unmaking an owner takes a ' +
    'mailed code, which only the member’s page asks for: forbidden, with the reason `ownership`.',
  security: bySession,
  request: { params: OneMember, body: body(NewRole) },
  responses: { ...gone, ...problems(401, 403, 404, 409, 413, 422) },
})

reportsApi.openapi(patchMember, async (c) => {
  const visit = signedIn(c.var.visit)
  const { company: id, member } = c.req.valid('param')
  await changeRole(visit, id, { member, role: c.req.valid('json').role })
  return c.body(null, 204)
})

const deleteMember = createRoute({
  method: 'delete',
  path: `${company}/members/{member}`,
  tags: ['Companies'],
  summary: 'Remove a member',
  description:
    'By an owner or manager. The member is told by mail and keeps what is the member’s own. Can be undone for a day. ' +
    'A conflict with the reason `owner` or `yourself` for those whom nobody removes.',
  security: bySession,
  request: {
    params: OneMember,
    query: z.object({
      link: z
        .enum(['keep', 'replace'])
        .default('keep')
        .openapi({ description: 'Whether the team’s join code, which still admits the removed, is replaced.' }),
      reason: z.enum(removalReasons).optional().openapi({ description: 'Why, for the company’s log.' }),
    }),
  },
  responses: { ...gone, ...problems(401, 403, 404, 409, 422) },
})

reportsApi.openapi(deleteMember, async (c) => {
  const visit = signedIn(c.var.visit)
  const { company: id, member } = c.req.valid('param')
  const { link, reason } = c.req.valid('query')
  await removeMember(visit, id, member, { renewsLink: link === 'replace', reason })
  return c.body(null, 204)
})

const postRestoration = createRoute({
  method: 'post',
  path: `${company}/members/{member}/restoration`,
  tags: ['Companies'],
  summary: 'Undo a removal within a day',
  description:
    'The same membership goes on. For somebody who belongs to the company, as after it was undone, nothing is changed: ' +
    'the answer is the same. A conflict with the reason `too-late` after a day.',
  security: bySession,
  request: { params: OneMember },
  responses: { ...gone, ...problems(401, 403, 404, 409, 422) },
})

reportsApi.openapi(postRestoration, async (c) => {
  const visit = signedIn(c.var.visit)
  const { company: id, member } = c.req.valid('param')
  await restoreMember(visit, id, member)
  return c.body(null, 204)
})

const putShares = createRoute({
  method: 'put',
  path: `${company}/shares`,
  tags: ['Companies'],
  summary: 'Choose which earlier courses a company sees',
  security: bySession,
  request: { params: InCompany, body: body(Shares) },
  responses: { ...gone, ...problems(401, 403, 404, 413, 422) },
})

reportsApi.openapi(putShares, async (c) => {
  const visit = signedIn(c.var.visit)
  const { membership } = await readSharing(visit, c.req.valid('param').company)
  await shareEarlier(visit, membership, c.req.valid('json').earlier)
  return c.body(null, 204)
})

const deleteMembership = createRoute({
  method: 'delete',
  path: `${company}/membership`,
  tags: ['Companies'],
  summary: 'Leave a company',
  description:
    'A conflict for an owner of a team that has others in it: with the reason `last-owner` for the only one, `owner` for others, who step down first.',
  security: bySession,
  request: { params: InCompany },
  responses: { ...gone, ...problems(401, 403, 404, 409, 422) },
})

reportsApi.openapi(deleteMembership, async (c) => {
  const visit = signedIn(c.var.visit)
  await leaveCompany(visit, c.req.valid('param').company)
  return c.body(null, 204)
})

function companyJson({ id, name, municipality, role, members }: CompanyRow) {
  return { id, name, municipality, role: roleIn(role), members }
}

function memberJson({ id, name, role, isViewer, cells }: Member) {
  return { id, name, role, isYou: isViewer, courses: cells.map(cellJson) }
}

const stateWords = { none: 'not-started', way: 'under-way', done: 'done', hidden: 'hidden' } as const

function cellJson({ course, state, doneDay, badgeDay }: Cell) {
  return { course, state: stateWords[state], doneDay: dayJson(doneDay), badgeDay: dayJson(badgeDay) }
}

function dayJson(day: Day | undefined): string | null {
  return day === undefined || day === 'unknown' ? null : day
}
