import { type Context, Hono } from 'hono'
import { z } from 'zod'

import { OwnBadgePage } from '../../web/pages/badges/own-badge-page.tsx'
import { type NameFault, readName } from '../accounts/rules.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { urls } from '../urls.ts'
import { signedIn } from '../visit.ts'
import { pictureName } from './issuer.ts'
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

ownBadgeRoutes.get(path, (c) => answerOwnBadge(c))

ownBadgeRoutes.post(path, async (c) => {
  const visit = signedIn(c.var.visit)
  const { name, holder, email } = WishesForm.parse(await readForm(c))
  const read = readName(holder)
  if (name && 'fault' in read) return answerOwnBadge(c, { holder, email, fault: read.fault })

  const award = c.req.param('award')
  await showOnBadge(visit, award, {
    holder: name && 'name' in read ? read.name : undefined,
    email: email || undefined,
  })
  return c.redirect(`${urls.ownBadge(visit.locale, award)}?said=saved`, 303)
})

/** The page, or the form again with what was typed and what is wrong with the name. */
async function answerOwnBadge(c: Context<App>, typed?: { holder: string; email: string; fault: NameFault }) {
  const visit = signedIn(c.var.visit)
  const award = c.req.param('award')!
  const badge = await readOwnBadge(visit, award)
  return c.html(
    <OwnBadgePage
      frame={frameOf(c, 'me')}
      badge={{
        award,
        name: badge.achievement.name[visit.locale],
        holder: typed ? typed.holder : (badge.holder ?? undefined),
        email: typed ? typed.email : badge.email,
        isWithdrawn: badge.withdrawnAt !== null,
      }}
      addresses={badge.addresses}
      name={visit.learner.name}
      isSaved={!typed && c.req.query('said') === 'saved'}
      fault={typed?.fault}
    />,
    typed ? 422 : 200,
  )
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
