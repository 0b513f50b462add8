import { type Context, Hono } from 'hono'
import { z } from 'zod'

import { RemarkPage } from '../../web/pages/remarks/remark-page.tsx'
import { RemarkThanksPage } from '../../web/pages/remarks/remark-thanks-page.tsx'
import { safeNext } from '../accounts/rules.ts'
import type { Locale, Question } from '../../formats/catalogue/catalogue.ts'
import { findCourse } from '../courses/find.ts'
import { dayInWords, dayOf } from '../../formats/day.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { keepRemark } from './record-remark.ts'
import { cursorOf, placeOf, readRemark } from './rules.ts'
import { readRemarks, remarksPerPage, settleRemark } from './store.ts'

/** What people say is wrong with a question, and the list where authors read it. */
export const remarkRoutes = new Hono<App>()

const RemarkForm = z.object({
  id: z.uuid(),
  question: z.string().max(100),
  version: z.string().regex(/^[0-9a-f]{32}$/),
  page: z.string().max(100),
  next: z.string().max(500).default(''),
  text: z.string().max(20_000).default(''),
})

remarkRoutes.post('/:l{(?:sv|en)}/courses/:course/remarks', async (c) => {
  const { visit } = c.var
  const form = RemarkForm.parse(await readForm(c))
  const course = findCourse(visit.catalogue, c.req.param('course')).id
  const next = safeNext(form.next) ?? urls.course(visit.locale, course)
  const read = readRemark(form.text)
  if ('fault' in read) {
    return showPage(
      c,
      <RemarkPage frame={frameOf(c)} course={course} sent={{ ...form, next }} fault={read.fault} />,
      422,
    )
  }
  const { id, question, version, page } = form
  await keepRemark(visit, { id, course, question, version, page, text: read.text })
  return c.redirect(`${urls.remarkThanks(visit.locale)}?${new URLSearchParams({ next })}`, 303)
})

remarkRoutes.get('/:l{(?:sv|en)}/remarks/thanks', (c) => {
  const next = safeNext(c.req.query('next') ?? '') ?? urls.catalogue(c.var.visit.locale)
  return showPage(c, <RemarkThanksPage frame={frameOf(c)} next={next} />)
})

remarkRoutes.get('/:l{(?:sv|en)}/authors', async (c) => {
  const { db, learner, catalogue, locale } = signedIn(c.var.visit)
  const settled = c.req.query('settled') === '1'
  const query = { viewer: learner.id, settled, before: placeOf(c.req.query('before')) }
  const [[author], rows] = await readRemarks(db, query)
  if (!author) throw new Refusal('not-found', 'no such page')

  const shown = rows.slice(0, remarksPerPage)
  const last = shown.at(-1)?.remark
  // For authors alone.
  const { RemarksPage } = await import('../../web/pages/remarks/remarks-page.tsx')
  return showPage(
    c,
    <RemarksPage
      frame={frameOf(c)}
      settled={settled}
      remarks={shown.map(({ remark, shown: question }) => ({
        ...remark,
        stem: stemIn(question, remark.locale),
        day: dayInWords(dayOf(remark.at), locale),
        title: catalogue.courses.find(({ id }) => id === remark.course)?.title[locale] ?? remark.course,
        href:
          remark.page === 'badge'
            ? urls.badgeTest(remark.locale, remark.course)
            : urls.question(remark.locale, remark.course, remark.page, remark.question),
      }))}
      more={rows.length > remarksPerPage && last ? cursorOf(last) : undefined}
    />,
  )
})

/** What a stored question asks; nothing where that cannot be read. */
function stemIn(question: string | null, locale: Locale): string {
  const stored = JSON.parse(question ?? 'null') as Partial<Question> | null
  return stored?.text?.[locale]?.stem ?? ''
}

remarkRoutes.post('/:l{(?:sv|en)}/authors/remarks/:id', async (c) => {
  const visit = signedIn(c.var.visit)
  const { settled } = Settlement.parse(await readForm(c))
  const at = settled === 'yes' ? visit.now : null
  const changed = await settleRemark(visit.db, visit.learner.id, c.req.param('id'), at)
  if (changed.length === 0) throw new Refusal('not-found', 'no such remark')
  return backToList(c, settled === 'no')
})

const Settlement = z.object({ settled: z.enum(['yes', 'no']) })

function backToList(c: Context<App>, settled: boolean): Response {
  return c.redirect(`${urls.authors(c.var.visit.locale)}${settled ? '?settled=1' : ''}`, 303)
}
