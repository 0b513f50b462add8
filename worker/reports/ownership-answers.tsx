import type { Context } from 'hono'
import { z } from 'zod'

import type { CodeProblem } from '../../web/pages/accounts/code-fault.tsx'
import type { MemberTyped } from '../../web/pages/reports/member-page-props.ts'
import { markBrowser } from '../accounts/browser-cookie.ts'
import { formProblem } from '../accounts/form-problem.ts'
import { askStepUp, type Deed } from '../accounts/step-up.ts'
import { answerStepUp } from '../accounts/step-up-view.tsx'
import { isVouching, onward, onwardAgain, vouch, VouchForm } from '../accounts/vouch.ts'
import { changeRole } from '../companies/members/change-role.ts'
import { findMemberAsOwner, openMemberAsOwner } from '../companies/members/find-member.ts'
import { movesOwnership } from '../companies/rules.ts'
import { selectMemberships } from '../companies/store.ts'
import { unlessDone } from '../companies/unless-done.ts'
import { companyRoles } from '../db/schema/companies.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { urls } from '../../web/urls.ts'
import { signedIn, type SignedInVisit } from '../visit.ts'
import { showMember } from './show-member.tsx'

type Role = (typeof companyRoles)[number]

interface Place {
  company: string
  member: string
  role: Role
}

const Asked = z.object({ role: z.enum(companyRoles), to: z.string().optional() })

export async function showOwnership(c: Context<App>): Promise<Response> {
  const { company, member } = c.req.param() as { company: string; member: string }
  const visit = signedIn(c.var.visit)
  const asked = Asked.safeParse(c.req.query())
  await findMemberAsOwner(visit, company, member)
  if (!asked.success) return c.redirect(urls.member(visit.locale, company, member), 303)
  return answerOwnership(c, { company, member, ...asked.data }, { held: c.req.query('held') === '1' })
}

export async function receiveOwnership(c: Context<App>): Promise<Response> {
  const fields = await readForm(c)
  const { role, to } = Asked.parse(fields)
  const typed = VouchForm.parse(fields)
  const place = { ...(c.req.param() as { company: string; member: string }), role }
  return unlessDone(() => answerPress(c, { ...place, to }, typed), {
    reasons: ['member'],
    done: () => ifSteppedDown(c, place, typed),
  })
}

/** Where stepping down leads to: whoever has done it owns nothing by which the form could be answered once more. */
async function ifSteppedDown(c: Context<App>, place: Place, typed: VouchForm): Promise<Response | undefined> {
  const visit = signedIn(c.var.visit)
  const { company, member, role } = place
  const own = (await selectMemberships(visit.db, visit.learner.id)).find(({ id }) => id === member)
  if (own?.company !== company || own.role !== role) return undefined
  return c.redirect(onwardAgain(visit, typed, pageAfter(visit, place, true)), 303)
}

function pageAfter({ locale }: SignedInVisit, { company, member, role }: Place, isOwn: boolean): string {
  return isOwn && role === 'member' ? urls.seen(locale, company) : urls.member(locale, company, member)
}

async function answerPress(
  c: Context<App>,
  { to, ...place }: Place & { to?: string | undefined },
  typed: VouchForm,
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { role } = place
  const found = await findMemberAsOwner(visit, place.company, place.member)
  if (!movesOwnership(found.role, role)) {
    return c.redirect(urls.member(visit.locale, place.company, place.member), 303)
  }
  if (!isVouching(typed)) return mailOwnershipCode(c, visit, { ...place, to })

  const by = await vouch(c, visit, deedOf(place), typed)
  if ('fault' in by) return answerOwnership(c, { ...place, to }, { typed, problem: by })

  await changeRole(visit, place.company, { member: place.member, role, by })
  return c.redirect(onward(visit, by, pageAfter(visit, place, found.isViewer)), 303)
}

/** Mails the code that shows that it is the owner who asks, and leads to where it goes; or the member's page, as typed. */
export async function mailOwnershipCode(
  c: Context<App>,
  visit: SignedInVisit,
  place: Place & { to?: string | undefined },
  typed?: MemberTyped,
): Promise<Response> {
  const { company, member, role } = place
  try {
    const asked = await askStepUp(visit, deedOf(place), { browser: markBrowser(c), to: place.to })
    const page = { role, to: asked.to, held: asked.isNew ? undefined : ('1' as const) }
    return c.redirect(urls.ownership(visit.locale, company, member, page), 303)
  } catch (error) {
    return showMember(c, { typed, problem: formProblem(error) })
  }
}

/** A code for one member and role of one company is none for another. */
function deedOf({ company, member, role }: Place): Deed {
  return { purpose: 'give-ownership', subject: `${company} ${member} ${role}` }
}

async function answerOwnership(
  c: Context<App>,
  place: Place & { to?: string | undefined },
  again: { held: boolean } | { typed: VouchForm; problem: CodeProblem },
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { locale } = visit
  const { company, member, role } = place
  const found = await openMemberAsOwner(visit, company, member)
  if (!movesOwnership(found.role, role)) return c.redirect(urls.member(locale, company, member), 303)

  const page = urls.ownership(locale, company, member)
  return answerStepUp(c, {
    deed: deedOf(place),
    subject: found.name,
    to: place.to,
    held: 'held' in again && again.held,
    section: 'team',
    formsFor: (to) => ({
      code: { action: urls.ownership(locale, company, member, { role, to }), hidden: { role, ...(to ? { to } : {}) } },
      again: { action: page, hidden: { role } },
      back: urls.member(locale, company, member),
    }),
    again: 'problem' in again ? again : undefined,
  })
}
