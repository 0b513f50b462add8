import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'

import { InvitationsPage, type PastedAgain, saidWords } from '../../../web/pages/companies/invitations-page.tsx'
import { randomId } from '../../chance.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { showPage } from '../../http/show-page.ts'
import { signedIn } from '../../visit.ts'
import { readInvitations } from './read-invitations.ts'
import { mostRows } from './list/read-list.ts'
import { againFrom, mayMail, most } from './rules.ts'
import { openPerPage } from './store.ts'

const Query = z.object({
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  said: z.enum(saidWords).optional().catch(undefined),
})

/** The page from which people are invited; `again` is a list that came back with something wrong in it. */
export async function showInvitations(
  c: Context<App>,
  again?: Omit<PastedAgain, 'most'> & { key?: string },
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { page, said } = Query.parse(c.req.query())
  const { company, link, open } = await readInvitations(visit, c.req.param('company')!, page - 1)
  return showPage(
    c,
    <InvitationsPage
      frame={lateFrameOf(c, 'team')}
      company={company}
      link={link}
      open={open.map((row) => ({
        ...row,
        mayMail: row.kind === 'mail' && mayMail(row, visit.now),
        mailFrom: row.kind === 'mail' ? againFrom(row) : undefined,
      }))}
      paging={{ page, pages: Math.max(1, Math.ceil(company.open / openPerPage)) }}
      said={said}
      again={again && { ...again, most: mostOf(again.fault) }}
      mostRows={mostRows}
      formKey={again?.key || randomId()}
      baseUrl={visit.settings.BASE_URL}
    />,
    status,
  )
}

function mostOf(fault: PastedAgain['fault']): number {
  const limits: Partial<Record<PastedAgain['fault'], number>> = {
    'too-many-open': most.open,
    'too-many-mails': most.mails,
    'too-many-teams': most.newTeams,
  }
  return limits[fault] ?? mostRows
}
