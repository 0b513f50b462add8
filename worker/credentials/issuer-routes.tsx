import { Hono } from 'hono'

import { credentialsContext, openBadgesContext } from '../../formats/credentials/contexts.ts'
import { AchievementPage } from '../../web/pages/badges/achievement-page.tsx'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { Refusal } from '../refusal.ts'
import { answerOpenly } from './answer-openly.ts'
import { achievementView } from './badge-view.ts'
import { buildAchievement } from './build-credential.ts'
import { currentIssuer, didDocument, pictureName } from './issuer.ts'
import { findAchievement, findStatusList } from './store.ts'

/** What a verifier asks the issuer for: keys, status lists, and what a badge stands for. */
export const issuerRoutes = new Hono<App>()

issuerRoutes.get('/.well-known/did.json', (c) => {
  const { settings } = c.var.visit
  const issuer = currentIssuer(settings)
  if (!settings.SIGNING_KEYS || !issuer || issuer.isDemo) throw new Refusal('not-found', 'no did:web here')
  c.header('Cache-Control', 'public, max-age=300')
  return answerOpenly(c, JSON.stringify(didDocument(issuer, settings.SIGNING_KEYS)), 'application/did+json')
})

issuerRoutes.get('/status/:list{[1-9][0-9]{0,8}}', async (c) => {
  const list = await findStatusList(c.var.visit.db, Number(c.req.param('list')))
  if (!list) throw new Refusal('not-found', 'no such list')
  c.header('Cache-Control', 'public, max-age=300')
  return answerOpenly(c, list, 'application/vc+ld+json')
})

issuerRoutes.get('/achievements/:file{[a-z0-9-]+\\.png}', async (c) => {
  const { settings, db } = c.var.visit
  const found = await findAchievement(db, { badge: c.req.param('file').slice(0, -'.png'.length) })
  const { bakedPng } = await import('./baked-png.ts')
  const png = found && (await bakedPng(pictureName(settings, found.achievement.picture)))
  if (!png) throw new Refusal('not-found', 'no such badge')
  c.header('Cache-Control', 'public, max-age=86400')
  return answerOpenly(c, png, 'image/png')
})

/** For people as a page in their language, for programs as JSON; without a version the newest. */
issuerRoutes.get('/achievements/:badge{[a-z0-9-]+}/:version{[0-9a-f]{32}}?', async (c) => {
  const { settings, db } = c.var.visit
  const { badge, version } = c.req.param()
  const found = await findAchievement(db, { badge, version })
  const issuer = currentIssuer(settings)
  if (!found || !issuer) throw new Refusal('not-found', 'no such badge')

  c.header('Vary', 'Accept')
  if (c.req.header('accept')?.includes('text/html')) {
    return showPage(c, <AchievementPage frame={frameOf(c)} badge={achievementView(c.var.visit, found)} />)
  }
  const achievement = {
    '@context': [credentialsContext, openBadgesContext],
    ...buildAchievement({ badge, ...found }, issuer),
  }
  c.header('Cache-Control', 'public, max-age=300')
  return answerOpenly(c, JSON.stringify(achievement), 'application/ld+json')
})
