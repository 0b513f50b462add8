import { type Context, Hono } from 'hono'

import { BadgePage } from '../../web/pages/badges/badge-page.tsx'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { Refusal } from '../refusal.ts'
import { badgeView } from './badge-view.ts'
import { findCredential, findStatusList } from './store.ts'
import { didDocument, issuerOf } from './issuer.ts'
import { activeKey } from './signing-keys.ts'

/** What anybody may see of a badge: the proof page, its files, and what is needed to check them. */
export const credentialRoutes = new Hono<App>()

credentialRoutes.get('/:l{(?:sv|en)}/badges/:award', async (c) => {
  const award = c.req.param('award')
  const found = await find(c, award)
  return c.html(<BadgePage frame={frameOf(c)} badge={badgeView(c.var.visit, award, found)} />)
})

credentialRoutes.get('/badges/:file{[0-9a-f]{32}\\.(?:json|jwt)}', async (c) => {
  const [award = '', kind] = c.req.param('file').split('.')
  const { json, jwt } = await find(c, award)
  if (!json || !jwt) throw new Refusal('unavailable', 'not signed yet')
  return kind === 'json' ? answerOpenly(c, json, 'application/vc+ld+json') : answerOpenly(c, jwt, 'text/plain')
})

credentialRoutes.get('/status/:list{[1-9][0-9]{0,8}}', async (c) => {
  const list = await findStatusList(c.var.visit.db, Number(c.req.param('list')))
  if (!list) throw new Refusal('not-found', 'no such list')
  c.header('Cache-Control', 'public, max-age=300')
  return answerOpenly(c, list, 'application/vc+ld+json')
})

credentialRoutes.get('/.well-known/did.json', (c) => {
  const { settings } = c.var.visit
  const key = settings.SIGNING_KEYS && activeKey(settings.SIGNING_KEYS)
  const issuer = key && issuerOf(settings, key)
  if (!issuer || issuer.isDemo) throw new Refusal('not-found', 'no did:web here')
  c.header('Cache-Control', 'public, max-age=300')
  return answerOpenly(c, JSON.stringify(didDocument(issuer, settings.SIGNING_KEYS!)), 'application/did+json')
})

/** The same answer for what never was and what was withdrawn. */
async function find(c: Context<App>, award: string) {
  const found = /^[0-9a-f]{32}$/.test(award) ? await findCredential(c.var.visit.db, award) : undefined
  if (!found) throw new Refusal('not-found', 'no such badge')
  return found
}

/** Any site's verifier may read it: it is public, and no cookie decides what it says. */
function answerOpenly(c: Context<App>, body: string, type: string): Response {
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  return c.body(body, 200, { 'Content-Type': `${type}; charset=utf-8` })
}
