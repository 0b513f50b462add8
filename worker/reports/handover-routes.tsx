import { type Context, Hono } from 'hono'
import { z } from 'zod'

import type { CodeProblem } from '../../web/pages/accounts/code-fault.tsx'
import { StepUpPage } from '../../web/pages/accounts/step-up-page.tsx'
import { browserOf, markBrowser } from '../accounts/browser-cookie.ts'
import { readCode } from '../accounts/codes/rules.ts'
import { faultStatus, formProblem } from '../accounts/form-problem.ts'
import { readAddresses } from '../accounts/read-addresses.ts'
import { askStepUp, type Deed, passStepUp, readStepUp } from '../accounts/step-up.ts'
import { findMemberAsOwner } from '../companies/members/find-member.ts'
import { handOver, ownRoles } from '../companies/members/hand-over.ts'
import { findOwnPlace } from '../companies/members/leave-company.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { showMember } from './show-member.tsx'

/** The only owner hands the company over, with a code to an own address. */
export const handoverRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/handover'
const Self = z.enum(ownRoles)
const Asked = z.object({ heir: z.string().min(1).max(40), self: Self, to: z.string().optional() })
/** What may be missing is said at its field. */
const Answered = z.object({
  heir: z.string().max(40).default(''),
  self: Self.optional().catch(undefined),
  to: z.string().optional(),
  code: z.string().optional(),
})

type Place = { company: string; heir: string; self: (typeof ownRoles)[number] }

handoverRoutes.get(path, async (c) => {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')
  const own = await findOwnPlace(visit, company)
  if (!own.isOwner) throw new Refusal('not-found', 'company')
  const asked = Asked.safeParse(c.req.query())
  if (!asked.success) return c.redirect(urls.member(visit.locale, company, own.id), 303)
  return answerHandover(c, { company, ...asked.data }, { held: c.req.query('held') === '1' })
})

handoverRoutes.post(path, async (c) => {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')
  const { heir, self, to, code: typed } = Answered.parse(await readForm(c))
  const own = await findOwnPlace(visit, company)
  if (!own.isOwner) throw new Refusal('not-found', 'company')
  if (heir === '' || self === undefined) {
    const faults = { ...(heir === '' ? { heir: 'heir' as const } : {}), ...(self ? {} : { self: 'self' as const }) }
    return showMember(c, { faults }, own.id)
  }

  const place = { company, heir, self }
  await findMemberAsOwner(visit, company, heir)
  if (typed === undefined) {
    try {
      const asked = await askStepUp(visit, deedOf(place), { browser: markBrowser(c), to })
      const page = { heir, self, to: asked.to, held: asked.isNew ? undefined : ('1' as const) }
      return c.redirect(urls.handover(visit.locale, company, page), 303)
    } catch (error) {
      return showMember(c, { problem: formProblem(error) }, own.id)
    }
  }

  const code = readCode(typed)
  const by = code
    ? await passStepUp(visit, deedOf(place), { browser: browserOf(c), code })
    : { fault: 'not-six' as const }
  if ('fault' in by) return answerHandover(c, { ...place, to }, { typed, problem: by })
  await handOver(visit, company, { heir, self, by })
  const seesTeam = self !== 'member'
  return c.redirect(seesTeam ? urls.members(visit.locale, company) : urls.seen(visit.locale, company), 303)
})

/** A code for one heir, and for what the owner is then, is none for another. */
function deedOf({ company, heir, self }: Place): Deed {
  return { purpose: 'give-ownership', subject: `${company} ${heir} handover ${self}` }
}

async function answerHandover(
  c: Context<App>,
  place: Place & { to?: string | undefined },
  again: { held: boolean } | { typed: string; problem: CodeProblem },
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { db, learner, locale } = visit
  const { company, heir, self } = place
  const [known, live, found, own] = await Promise.all([
    readAddresses(db, learner.id),
    readStepUp(visit, deedOf(place), browserOf(c)),
    findMemberAsOwner(visit, company, heir),
    findOwnPlace(visit, company),
  ])
  const to = known.find((address) => address === place.to) ?? known[0] ?? learner.email
  const problem = 'problem' in again ? again.problem : undefined
  const hidden = { heir, self }
  return showPage(
    c,
    <StepUpPage
      frame={frameOf(c, 'team')}
      purpose="give-ownership"
      subject={found.name}
      to={to}
      ways={known.filter((address) => address !== to)}
      live={live}
      held={'held' in again && again.held}
      forms={{
        code: { action: urls.handover(locale, company), hidden: { ...hidden, to } },
        again: { action: urls.handover(locale, company), hidden },
        back: urls.member(locale, company, own.id),
      }}
      code={'typed' in again ? again.typed : undefined}
      problem={problem}
    />,
    problem ? faultStatus[problem.fault] : 200,
  )
}
