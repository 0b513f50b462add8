import type { Context } from 'hono'

import { auditWords } from '../../../web/messages/audit.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { signedIn } from '../../visit.ts'
import { logChoiceIn } from './log-choice.ts'
import { logFile } from './log-file.ts'
import { entriesPerFile, exportLog, readLog } from './read-log.ts'
import { auditKinds, auditMonths } from './rules.ts'

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

export function showLog(c: Context<App>): Promise<Response> {
  // The page itself has no format.
  const { format: _, ...asked } = c.req.query()
  return answerLog(c, logChoiceIn(asked))
}

/** A file, by a press and not by a link: that somebody fetches it is entered. */
export async function giveLogFile(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const asked = logChoiceIn(await readForm(c))
  if (Object.keys(asked.faults).length > 0) return answerLog(c, asked)

  const { choice, format } = asked
  const log = await exportLog(visit, c.req.param('company')!, choice, format)
  const name = `${auditWords(visit.locale)('audit.file')}.${format}`
  return c.body(logFile(log, format, visit.locale), 200, {
    'Content-Type': types[format],
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}

async function answerLog(c: Context<App>, { choice, faults }: ReturnType<typeof logChoiceIn>): Promise<Response> {
  const id = c.req.param('company')!
  const log = await readLog(signedIn(c.var.visit), id, choice, c.req.query('before'))
  const { LogPage } = await import('../../../web/pages/companies/log-page.tsx')
  return showPage(
    c,
    <LogPage
      frame={lateFrameOf(c, 'team')}
      company={{ id, ...log.company }}
      log={log}
      kinds={auditKinds}
      choice={choice}
      faults={faults}
      months={auditMonths}
      perFile={entriesPerFile}
    />,
    Object.keys(faults).length > 0 ? 422 : 200,
  )
}
