import type { Context } from 'hono'
import { z } from 'zod'

import { auditWords } from '../../../web/messages/audit.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { signedIn } from '../../visit.ts'
import { logFile } from './log-file.ts'
import { entriesPerFile, exportLog, faultsIn, LogForm, readLog } from './read-log.ts'
import { auditKinds, auditMonths, logFormats } from './rules.ts'

const FileForm = LogForm.extend({ format: z.enum(logFormats).default('csv').catch('csv') })

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

export async function showLog(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const id = c.req.param('company')!
  const choice = LogForm.parse(c.req.query())
  const faults = faultsIn(choice)
  const log = await readLog(visit, id, choice, c.req.query('before'))
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

/** A file, by a press and not by a link: that somebody fetches it is entered. */
export async function giveLogFile(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { format, ...choice } = FileForm.parse(await readForm(c))
  const log = await exportLog(visit, c.req.param('company')!, choice, format)
  const name = `${auditWords(visit.locale)('audit.file')}.${format}`
  return c.body(logFile(log, format, visit.locale), 200, {
    'Content-Type': types[format],
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
