import { type Context, Hono } from 'hono'
import { z } from 'zod'

import { AttemptPage } from '../../web/pages/quizzes/attempt-page.tsx'
import { BadgeStartPage, type BadgeStartPageProps } from '../../web/pages/quizzes/badge-start-page.tsx'
import { ReviewPage } from '../../web/pages/quizzes/review-page.tsx'
import { heldAward } from '../badges/held-award.ts'
import { selectAwardOf } from '../badges/store.ts'
import { findCourse } from '../courses/find.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../urls.ts'
import { signedIn } from '../visit.ts'
import { givenIn } from './form-fields.ts'
import { isOpen, openAttempt } from './open-attempt.ts'
import { readAttempt } from './read-attempt.ts'
import { closesAt, nextDrawAt, passMark, testLength } from './rules.ts'
import { selectNewestAttempt, selectNewestSubmission } from './store.ts'
import { SentBack } from './submit-answer.ts'
import { saveDraft, type SentAnswers, submitAttempt } from './submit-attempt.ts'
import { attemptView, reviewView } from './attempt-view.ts'

export const badgeTests = new Hono<App>()

const path = '/:l{(?:sv|en)}/courses/:course/badge'

badgeTests.get(path, async (c) => {
  const said = z.enum(['saved', 'lapsed', 'submitted']).optional().catch(undefined).parse(c.req.query('said'))
  return showStart(c, said)
})

badgeTests.post(`${path}/attempts`, async (c) => {
  const visit = signedIn(c.var.visit)
  const course = c.req.param('course')
  try {
    const attempt = await openAttempt(visit, course)
    return c.redirect(urls.attempt(visit.locale, course, attempt.id), 303)
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'wait')
      return c.redirect(urls.badgeTest(visit.locale, course), 303)
    throw error
  }
})

badgeTests.get(`${path}/attempts/:attempt`, async (c) => {
  const visit = signedIn(c.var.visit)
  const { course, attempt: id } = c.req.param()
  const read = await readAttempt(visit, course, id)
  if (read.submission) return c.html(<ReviewPage {...await reviewView(visit, frameOf(c), read, read.submission)} />)
  if (!isOpen(read.attempt, visit.now)) return c.redirect(`${urls.badgeTest(visit.locale, course)}?said=lapsed`, 303)
  return c.html(<AttemptPage {...await attemptView(visit, frameOf(c), read)} />)
})

badgeTests.post(`${path}/attempts/:attempt`, (c) =>
  orConflict(c, async () => {
    const visit = signedIn(c.var.visit)
    const { course, attempt } = c.req.param() as { course: string; attempt: string }
    await saveDraft(visit, course, attempt, await sentAnswers(c))
    return c.redirect(`${urls.badgeTest(visit.locale, course)}?said=saved`, 303)
  }),
)

badgeTests.post(`${path}/attempts/:attempt/submission`, (c) =>
  orConflict(c, async () => {
    const visit = signedIn(c.var.visit)
    const { course, attempt } = c.req.param() as { course: string; attempt: string }
    try {
      await submitAttempt(visit, course, attempt, await sentAnswers(c))
    } catch (error) {
      if (!(error instanceof SentBack)) throw error
      const read = await readAttempt(visit, course, attempt)
      return c.html(<AttemptPage {...await attemptView(visit, frameOf(c), read, error.faults)} />, 422)
    }
    return c.redirect(urls.attempt(visit.locale, course, attempt), 303)
  }),
)

/** Fields are named `q.`, `t.` or `p.` and the question's id; other fields (the button's) are not answers. */
async function sentAnswers(c: Context<App>): Promise<SentAnswers> {
  const form = await c.req.raw
    .clone()
    .formData()
    .catch(() => undefined)
  const names = [...new Set([...(form?.keys() ?? [])].filter((name) => /^[qtp]\./.test(name)))]
  const fields = await readForm(
    c,
    names.filter((name) => name.startsWith('q.')),
  )
  const ids = new Set(names.map((name) => name.split('.')[1]!))
  return Object.fromEntries(
    [...ids].map((id) => [id, givenIn(fields, { tokens: `q.${id}`, text: `t.${id}`, places: `p.${id}.` })]),
  )
}

/** A conflict that the start page can explain: closed after a day, or handed in already. */
async function orConflict(c: Context<App>, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const said = z.enum(['lapsed', 'submitted']).safeParse(error instanceof Refusal ? error.reason : '')
    if (said.success) return showStart(c, said.data, 409)
    throw error
  }
}

async function showStart(
  c: Context<App>,
  said: BadgeStartPageProps['said'],
  status: 200 | 409 = 200,
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { db, locale, learner, now } = visit
  const course = findCourse(visit.catalogue, c.req.param('course')!)
  const own = { learner: learner.id, course: course.id }
  const [[newest], [submitted], [award]] = await db.batch([
    selectNewestAttempt(db, own),
    selectNewestSubmission(db, own),
    selectAwardOf(db, own),
  ])
  return c.html(
    <BadgeStartPage
      frame={frameOf(c)}
      course={{ id: course.id, badge: course.badge.name[locale] }}
      questions={testLength}
      passMark={passMark}
      open={newest && isOpen(newest, now) ? { until: closesAt(newest.openedAt) } : undefined}
      waitUntil={nextDrawAt(submitted?.at, now)}
      last={
        submitted && {
          href: urls.attempt(locale, course.id, submitted.attempt),
          score: submitted.score,
          total: testLength,
        }
      }
      award={award && heldAward(award, locale)}
      said={said}
    />,
    status,
  )
}
