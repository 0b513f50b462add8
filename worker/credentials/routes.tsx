import { type Context, Hono } from 'hono'

import { badgePictureSvg } from '../../web/components/badge-art/named-picture.ts'
import { bakeSvg } from '../../formats/xml/svg.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { answerOpenly } from './answer-openly.ts'
import { badgeView } from './badge-view.ts'
import { certificateView } from './certificate-view.ts'
import { pictureName } from './issuer.ts'
import { findCredential, selectSigned } from './store.ts'

/** What anybody may see of a badge: the proof page, its files, the certificate. */
export const credentialRoutes = new Hono<App>()

const file = '/badges/:file{[0-9a-f]{32}\\.(?:json|jwt)}'
const picture = '/badges/:file{[0-9a-f]{32}\\.(?:svg|png)}'

credentialRoutes.get('/:l{(?:sv|en)}/badges/:award', async (c) => {
  const award = c.req.param('award')
  const { BadgePage } = await import('../../web/pages/badges/badge-page.tsx')
  return showPage(c, <BadgePage frame={frameOf(c)} badge={badgeView(c.var.visit, award, await find(c, award))} />)
})

credentialRoutes.get('/:l{(?:sv|en)}/badges/:award/certificate', async (c) => {
  const award = c.req.param('award')
  const frame = frameOf(c)
  const view = certificateView(frame, c.var.visit, badgeView(c.var.visit, award, await find(c, award)))
  // It draws a code, which is a library of its own and is needed by nothing that is loaded at once.
  const { CertificatePage } = await import('../../web/pages/badges/certificate-page.tsx')
  return showPage(c, <CertificatePage {...view} pdf={urls.certificateFile(frame.locale, award)} />)
})

credentialRoutes.get('/:l{(?:sv|en)}/badges/:award/certificate.pdf', async (c) => {
  const award = c.req.param('award')
  const view = certificateView(frameOf(c), c.var.visit, badgeView(c.var.visit, award, await find(c, award)))
  const { certificatePdf } = await import('../../web/pages/badges/certificate-pdf.ts')
  return c.body(await asBody(certificatePdf(view)), 200, { 'Content-Type': 'application/pdf' })
})

credentialRoutes.get(file, async (c) => {
  const [award = '', kind] = c.req.param('file').split('.')
  const { db } = c.var.visit
  const [[signed]] = await db.batch([selectSigned(db, { award })])
  if (!signed) throw new Refusal('not-found', 'no such badge')
  if (!signed.json || !signed.jwt) throw notSigned()
  return kind === 'json'
    ? answerOpenly(c, signed.json, 'application/vc+ld+json')
    : answerOpenly(c, signed.jwt, 'text/plain')
})

credentialRoutes.get(picture, async (c) => {
  const [award = '', kind] = c.req.param('file').split('.')
  const { json, achievement } = await find(c, award)
  if (!json) throw notSigned()
  const name = pictureName(c.var.visit.settings, achievement.picture)
  return kind === 'svg' ? answerSvg(c, name, achievement.name.sv, json) : answerPng(c, name, json)
})

function notSigned(): Refusal {
  return new Refusal('unavailable', 'not signed yet')
}

function answerSvg(c: Context<App>, name: string, title: string, json: string): Response {
  const svg = badgePictureSvg(name, c.var.visit.catalogue, title)
  if (!svg) throw new Refusal('not-found', 'no such picture')
  return answerOpenly(c, bakeSvg(svg, json), 'image/svg+xml')
}

async function answerPng(c: Context<App>, name: string, json: string): Promise<Response> {
  const { bakedPng } = await import('./baked-png.ts')
  const png = await bakedPng(name, json)
  if (!png) throw new Refusal('not-found', 'no such picture')
  return answerOpenly(c, png, 'image/png')
}

/** The same answer for what never was and what was withdrawn. */
async function find(c: Context<App>, award: string) {
  const found = /^[0-9a-f]{32}$/.test(award) ? await findCredential(c.var.visit.db, award) : undefined
  if (!found) throw new Refusal('not-found', 'no such badge')
  return found
}

async function asBody(bytes: Promise<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await bytes)
}
