import { type Context, Hono } from 'hono'
import { z } from 'zod'

import { type OwnBadgeFault, OwnBadgePage } from '../../web/pages/badges/own-badge-page.tsx'
import { isWithdrawn } from '../badges/held-award.ts'
import { dayInWords, dayOf } from '../../formats/day.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { pictureName } from './issuer.ts'
import { changesLeft } from './rules.ts'
import { readOwnBadge, showOnBadge } from './show-on-badge.ts'
import { selectOwnCredentials } from './store.ts'
import { publishBadge, withdrawBadge } from './withdraw-badge.ts'

/** The learner's control over what a badge of hers shows. */
export const ownBadgeRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/me/badges/:award{[0-9a-f]{32}}'

const WishesForm = z.object({
  name: z.enum(['yes']).optional(),
  holder: z.string().default(''),
  /** One of the learner's addresses, or nothing. */
  email: z.string().trim().toLowerCase().default(''),
})

ownBadgeRoutes.get(path, (c) => answerOwnBadge(c, c.req.param('award')))

ownBadgeRoutes.post(path, async (c) => {
  const visit = signedIn(c.var.visit)
  const sent = WishesForm.parse(await readForm(c))
  const award = c.req.param('award')
  try {
    await showOnBadge(visit, award, {
      holder: sent.name ? sent.holder : undefined,
      email: sent.email || undefined,
    })
  } catch (error) {
    const fault = faultIn(error)
    if (!fault) throw error
    return answerOwnBadge(c, award, { sent, fault }, fault === 'too-often' ? 429 : 422)
  }
  return c.redirect(`${urls.ownBadge(visit.locale, award)}?said=saved`, 303)
})

const HolderFault = z.enum(['required', 'too-long', 'odd-characters', 'no-letter'])

function faultIn(error: unknown): OwnBadgeFault | undefined {
  if (!(error instanceof Refusal)) return undefined
  if (error.reason === 'changes') return 'too-often'
  return HolderFault.safeParse(error.fields.holder).data
}

/** The page, with what was sent and why it was not taken. */
async function answerOwnBadge(
  c: Context<App>,
  award: string,
  back?: { sent: z.infer<typeof WishesForm>; fault: OwnBadgeFault },
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const badge = await readOwnBadge(visit, award)
  const { left, next } = changesLeft(badge.changes)
  return showPage(
    c,
    <OwnBadgePage
      frame={frameOf(c, 'me')}
      badge={{ award, name: badge.achievement.name[visit.locale], isWithdrawn: isWithdrawn(badge) }}
      shown={{
        isNamed: back ? back.sent.name !== undefined : badge.holder !== null,
        holder: back?.sent.holder ?? badge.holder ?? visit.learner.name,
        email: back ? back.sent.email : badge.email,
      }}
      addresses={badge.addresses}
      others={badge.others.map(({ award: id, day }) => ({ award: id, day: dayInWords(day, visit.locale) }))}
      changes={{ left, next: next && dayInWords(dayOf(next), visit.locale) }}
      unprintable={badge.holder ? await unprintableIn(badge.holder) : ''}
      fault={back?.fault}
      isSaved={c.req.query('said') === 'saved'}
    />,
    status,
  )
}

/** Letters of a name that a PDF cannot be written with: the fonts are read only where that is in question. */
async function unprintableIn(name: string): Promise<string> {
  if (/^[\u0020-\u017f]*$/.test(name)) return ''
  const { unprintable } = await import('../../web/pages/badges/print-name.ts')
  return unprintable(name)
}

ownBadgeRoutes.post(`${path}/withdrawal`, async (c) => {
  const visit = signedIn(c.var.visit)
  const award = c.req.param('award')
  await withdrawBadge(visit, award)
  return c.redirect(`${urls.ownBadge(visit.locale, award)}?said=saved`, 303)
})

ownBadgeRoutes.post(`${path}/publication`, async (c) => {
  const visit = signedIn(c.var.visit)
  const award = c.req.param('award')
  await publishBadge(visit, award)
  return c.redirect(`${urls.ownBadge(visit.locale, award)}?said=saved`, 303)
})

ownBadgeRoutes.get('/:l{(?:sv|en)}/me/badges.zip', async (c) => {
  const { db, learner, settings } = signedIn(c.var.visit)
  const held = await selectOwnCredentials(db, learner.id)
  const { zipBadges } = await import('./zip-badges.ts')
  const zip = await zipBadges(
    held.map(({ achievement, ...badge }) => ({ ...badge, picture: pictureName(settings, achievement.picture) })),
  )
  c.header('Content-Disposition', 'attachment; filename="navet-badges.zip"')
  return c.body(zip, 200, { 'Content-Type': 'application/zip' })
})
