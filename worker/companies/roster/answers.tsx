import type { Context } from 'hono'
import { z } from 'zod'

import { MembersPage } from '../../../web/pages/companies/members-page.tsx'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { showPage } from '../../http/show-page.ts'
import { urls } from '../../../web/urls.ts'
import { signedIn } from '../../visit.ts'
import { mayRun } from '../rules.ts'
import { readRoster } from './read-roster.ts'
import { pageNumbers, rosterRoles } from './rules.ts'

/** What an address says wrongly narrows nothing. */
const Search = z.object({
  q: z
    .string()
    .transform((text) => text.trim().slice(0, 80))
    .catch(''),
  role: z.enum(rosterRoles).optional().catch(undefined),
  team: z.string().min(1).max(40).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
})

export async function showRoster(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { q: name, role, team, page } = Search.parse(c.req.query())
  const company = c.req.param('company')!
  const search = { name, role, team, page }
  const roster = await readRoster(visit, company, search)
  if (!roster.place) return c.redirect(urls.members(visit.locale, company, asked(search)), 303)
  return showPage(
    c,
    <MembersPage
      frame={lateFrameOf(c, 'team')}
      roster={{ ...roster, place: roster.place, runsAll: mayRun(roster.company.role) }}
      search={asked(search)}
      numbers={pageNumbers(roster.place)}
      restored={c.req.query('restored')}
    />,
  )
}

function asked({ name, role, team }: { name: string; role: string | undefined; team: string | undefined }) {
  return { q: name || undefined, role, team }
}
