import type { Context } from 'hono'
import { z } from 'zod'

import type { CodeProblem } from '../../web/pages/accounts/code-fault.tsx'
import { markBrowser } from '../accounts/browser-cookie.ts'
import { formProblem } from '../accounts/form-problem.ts'
import { askStepUp, type Deed } from '../accounts/step-up.ts'
import { answerStepUp } from '../accounts/step-up-view.tsx'
import { isVouching, onward, onwardAgain, vouch, VouchForm } from '../accounts/vouch.ts'
import { findMemberAsOwner, openMemberAsOwner } from '../companies/members/find-member.ts'
import { handOver, ownRoles } from '../companies/members/hand-over.ts'
import { findOwnPlace } from '../companies/members/leave-company.ts'
import { selectHandedOver } from '../companies/members/store.ts'
import { unlessDone } from '../companies/unless-done.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn, type SignedInVisit } from '../visit.ts'
import { showMember } from './show-member.tsx'

const Self = z.enum(ownRoles)

const Asked = z.object({ heir: z.string().min(1).max(40), self: Self, to: z.string().optional() })

/** What may be missing is said at its field. */
const Answered = z.object({
  heir: z.string().max(40).default(''),
  self: Self.optional().catch(undefined),
  to: z.string().optional(),
})

type Place = { company: string; heir: string; self: (typeof ownRoles)[number] }

export async function showHandover(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')!
  const own = await findOwnPlace(visit, company)
  if (!own.isOwner) throw new Refusal('not-found', 'company')
  const asked = Asked.safeParse(c.req.query())
  if (!asked.success) return c.redirect(urls.member(visit.locale, company, own.id), 303)
  return answerHandover(c, { company, ...asked.data }, { held: c.req.query('held') === '1' })
}

export async function receiveHandover(c: Context<App>): Promise<Response> {
  const fields = await readForm(c)
  const { to, ...form } = Answered.parse(fields)
  const typed = VouchForm.parse(fields)
  if (!isVouching(typed)) return hand(c, { ...form, to }, typed)
  return unlessDone(() => hand(c, { ...form, to }, typed), {
    reasons: ['company'],
    done: () => ifHandedOver(c, form, typed),
  })
}

/** Where handing over leads to, once whoever asks has done it. */
async function ifHandedOver(
  c: Context<App>,
  { heir, self }: Pick<z.infer<typeof Answered>, 'heir' | 'self'>,
  typed: VouchForm,
): Promise<Response | undefined> {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')!
  if (self === undefined) return undefined
  const [done] = await selectHandedOver(visit.db, company, { heir, self, learner: visit.learner.id })
  return done && c.redirect(onwardAgain(visit, typed, pageAfter(visit, company, self)), 303)
}

function pageAfter({ locale }: SignedInVisit, company: string, self: Place['self']): string {
  return self === 'member' ? urls.seen(locale, company) : urls.members(locale, company)
}

async function hand(
  c: Context<App>,
  { heir, self, to }: z.infer<typeof Answered>,
  typed: VouchForm,
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')!
  const own = await findOwnPlace(visit, company)
  if (!own.isOwner) throw new Refusal('not-found', 'company')
  if (heir === '' || self === undefined) {
    const faults = { ...(heir === '' ? { heir: 'heir' as const } : {}), ...(self ? {} : { self: 'self' as const }) }
    return showMember(c, { faults }, own.id)
  }

  const place = { company, heir, self }
  await findMemberAsOwner(visit, company, heir)
  if (!isVouching(typed)) {
    try {
      const asked = await askStepUp(visit, deedOf(place), { browser: markBrowser(c), to })
      const page = { heir, self, to: asked.to, held: asked.isNew ? undefined : ('1' as const) }
      return c.redirect(urls.handover(visit.locale, company, page), 303)
    } catch (error) {
      return showMember(c, { problem: formProblem(error) }, own.id)
    }
  }

  const by = await vouch(c, visit, deedOf(place), typed)
  if ('fault' in by)
    return (await ifHandedOver(c, place, typed)) ?? answerHandover(c, { ...place, to }, { typed, problem: by })
  await handOver(visit, company, { heir, self, by })
  return c.redirect(onward(visit, by, pageAfter(visit, company, self)), 303)
}

/** A code for one heir, and for what the owner is then, is none for another. */
function deedOf({ company, heir, self }: Place): Deed {
  return { purpose: 'give-ownership', subject: `${company} ${heir} handover ${self}` }
}

async function answerHandover(
  c: Context<App>,
  place: Place & { to?: string | undefined },
  again: { held: boolean } | { typed: VouchForm; problem: CodeProblem },
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { locale } = visit
  const { company, heir, self } = place
  const [found, own] = await Promise.all([openMemberAsOwner(visit, company, heir), findOwnPlace(visit, company)])
  const page = urls.handover(locale, company)
  const hidden = { heir, self }
  return answerStepUp(c, {
    deed: deedOf(place),
    subject: found.name,
    to: place.to,
    held: 'held' in again && again.held,
    section: 'team',
    formsFor: (to) => ({
      code: { action: page, hidden: { ...hidden, ...(to ? { to } : {}) } },
      again: { action: page, hidden },
      back: urls.member(locale, company, own.id),
    }),
    again: 'problem' in again ? again : undefined,
  })
}
