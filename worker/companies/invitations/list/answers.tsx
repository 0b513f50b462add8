import type { Context } from 'hono'
import { z } from 'zod'

import { csvOf } from '../../../../formats/csv.ts'
import { lateWords } from '../../../../web/messages/late.ts'
import { ListResultPage } from '../../../../web/pages/companies/list-result-page.tsx'
import { outcomeWords } from '../../../../web/pages/companies/outcome-words.ts'
import { urls } from '../../../../web/urls.ts'
import { randomId } from '../../../chance.ts'
import { lateFrameOf } from '../../../http/late-frame-of.ts'
import type { App } from '../../../http/open-visit.ts'
import { showPage } from '../../../http/show-page.ts'
import { reasonIn, Refusal } from '../../../refusal.ts'
import { signedIn } from '../../../visit.ts'
import { FormKey } from '../../id-of-form.ts'
import { decodeList } from './decode-list.ts'
import { inviteList } from './invite-list.ts'
import { readResult } from './kept-result.ts'
import { showInvitations } from '../show-invitations.tsx'

const Fields = z.object({
  rows: z.string().default(''),
  onBehalf: z.string().optional(),
  sure: z.string().optional(),
  key: FormKey,
})

export async function receiveList(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')!
  const typed = { rows: '', onBehalf: false }
  if (c.var.isTooLarge) return showInvitations(c, { ...typed, fault: 'too-large', count: 0 }, 413)

  const { rows, file, key, ...ticks } = await readFields(c)
  const pasted = { rows, key, onBehalf: ticks.onBehalf === 'yes' }
  if (file && rows.trim()) return showInvitations(c, { ...pasted, fault: 'both', count: 0 }, 422)
  const read = file ? decodeList(file) : { text: rows }
  if ('fault' in read) return showInvitations(c, { ...pasted, fault: read.fault, count: 0 }, 422)

  const list = { text: read.text, onBehalf: pasted.onBehalf, isSure: ticks.sure === 'yes', key }
  const taken = await inviteList(visit, company, list).catch((error: unknown) => {
    if (reasonIn(error) === 'list') return { fault: 'meanwhile', count: 0 } as const
    throw error
  })
  if ('fault' in taken) {
    const status = taken.fault === 'too-many-mails' || taken.fault === 'too-many-open' ? 429 : 422
    return showInvitations(c, { ...pasted, fault: taken.fault, count: taken.count }, status)
  }
  return c.redirect(urls.invitationResult(visit.locale, company, taken.result), 303)
}

export async function showResult(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { company: id, result: name } = c.req.param() as { company: string; result: string }
  const { company, result } = await readResult(visit, id, name)
  if (!result) return c.redirect(urls.invitationsAfter(visit.locale, company.id, 'result-gone'), 303)
  return showPage(
    c,
    <ListResultPage
      frame={lateFrameOf(c, 'team')}
      company={company}
      name={name}
      result={result}
      formKey={randomId()}
    />,
  )
}

/** The same as a file: what anybody typed comes out as text, never as a formula. */
export async function giveResultFile(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { company: id, result: name } = c.req.param() as { company: string; result: string }
  const { company, result } = await readResult(visit, id, name)
  if (!result) return c.redirect(urls.invitationsAfter(visit.locale, company.id, 'result-gone'), 303)
  const t = lateWords(visit.locale)
  const head = (['row', 'name', 'email', 'team', 'outcome', 'why'] as const).map((column) => t(`invite.file.${column}`))
  const rows = result.rows.map((row) => {
    const { outcome, why } = outcomeWords(t, visit.locale, row)
    return [String(row.line), row.name ?? row.text, row.email ?? '', row.team ?? '', outcome, why]
  })
  return c.body(csvOf([head, ...rows]), 200, {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': `attachment; filename="${t('invite.file.filename')}.csv"`,
  })
}

/** As the form sends them: pasted text, or a file. A browser sends an empty file for none. */
async function readFields(c: Context<App>) {
  const form = await c.req.formData().catch(() => {
    throw new Refusal('invalid', 'the form cannot be read')
  })
  const pairs = [...form]
  const sent = pairs.find((pair): pair is [string, File] => pair[0] === 'file' && typeof pair[1] !== 'string')?.[1]
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Refusal('invalid', 'sent twice')
  const texts = pairs.filter((pair): pair is [string, string] => pair[0] !== 'file' && typeof pair[1] === 'string')
  if (texts.some(([, text]) => text.includes('\uFFFD'))) throw new Refusal('invalid', 'not text')
  const fields = Fields.parse(Object.fromEntries(texts))
  const file = sent && sent.size > 0 ? new Uint8Array(await sent.arrayBuffer()) : undefined
  return { ...fields, file }
}
