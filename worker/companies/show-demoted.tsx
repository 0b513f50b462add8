import type { Context } from 'hono'

import { DemotedPage, type DemotedPageProps } from '../../web/pages/companies/demoted-page.tsx'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'

export function showDemoted(c: Context<App>, company: DemotedPageProps['company']): Response {
  return showPage(c, <DemotedPage frame={lateFrameOf(c, 'team')} company={company} />, 403)
}
