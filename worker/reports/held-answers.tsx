import type { Context } from 'hono'
import { z } from 'zod'

import { dayOf } from '../../formats/day.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { lateWords } from '../../web/messages/late.ts'
import { signedIn } from '../visit.ts'
import { heldJson } from './held/held-document.ts'
import { readHeld } from './held/read-held.ts'

const HeldForm = z.object({ as: z.enum(['html', 'json']) })

const fileNames = { sv: 'navet-allt-om-mig', en: 'navet-everything-about-me' } as const

export async function giveHeld(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { as } = HeldForm.parse(await readForm(c))
  const held = await readHeld(visit)
  const { learner, locale, now, catalogue } = visit
  const [address] = held.addresses ?? []
  const none = lateWords(locale)('account.no-address')
  const askedFor = address ? String(address.email) : [learner.name, none].filter(Boolean).join(', ')
  c.header('Content-Disposition', `attachment; filename="${fileNames[locale]}-${dayOf(now)}.${as}"`)
  c.header('Cache-Control', 'no-store')
  if (as === 'json') {
    const text = heldJson(held, { askedFor, madeAt: now })
    return c.body(text, 200, { 'Content-Type': 'application/json; charset=UTF-8' })
  }

  const { HeldDocument } = await import('../../web/pages/reports/held-document.tsx')
  const titles = new Map(catalogue.courses.map(({ id, title }) => [id, title[locale]]))
  const page = <HeldDocument locale={locale} held={held} askedFor={askedFor} madeAt={now} titles={titles} />
  return c.body(page.toString(), 200, { 'Content-Type': 'text/html; charset=UTF-8' })
}
