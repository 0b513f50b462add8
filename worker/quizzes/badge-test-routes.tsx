import { type Context, Hono } from 'hono'
import { z } from 'zod'

import { AttemptPage } from '../../web/pages/quizzes/attempt-page.tsx'
import { BadgeStartPage, type BadgeStartPageProps } from '../../web/pages/quizzes/badge-start-page.tsx'
import { HandInPage } from '../../web/pages/quizzes/hand-in-page.tsx'
import { ReviewPage } from '../../web/pages/quizzes/review-page.tsx'
import { heldAward } from '../badges/held-award.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { Refusal } from '../refusal.ts'
import { inText, textNamed, urls } from '../../web/urls.ts'
import { signedIn, type SignedInVisit } from '../visit.ts'
import { asText, givenIn } from './form-fields.ts'
import { handInView } from './hand-in-view.ts'
import { lateView } from './late-view.ts'
import { isOpen, openAttempt } from './open-attempt.ts'
import { type ReadAttempt, readAttempt } from './read-attempt.ts'
import { readStanding } from './read-standing.ts'
import { closesAt, passMark, testLength } from './rules.ts'
import { SentBack } from './submit-answer.ts'
import { handIn, readSaved, saveDraft, type SentAnswers, submitAttempt, TooLate } from './submit-attempt.ts'
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
  const read = await readOwn(c)
  if (read.submission)
    return showPage(c, <ReviewPage {...await reviewView(visit, frameOf(c), read, read.submission)} />)
  if (!isOpen(read.attempt, visit.now)) return c.redirect(lapsed(c), 303)
  const showing = c.req.query('mend') === '1' ? { faults: (await readSaved(visit, read)).faults } : {}
  const isSaved = c.req.query('said') === 'saved'
  return showPage(c, <AttemptPage {...await attemptView(visit, frameOf(c), read, { ...showing, isSaved })} />)
})

badgeTests.post(`${path}/attempts/:attempt`, (c) =>
  orConflict(c, async () => {
    const { visit, course, attempt } = named(c)
    const { intent, answers } = await sentAnswers(c)
    await saveDraft(visit, course, attempt, answers)
    if (c.req.header('x-fragment') === '1') return c.body(null, 204)
    return c.redirect(afterSaving(visit, course, attempt, intent), 303)
  }),
)

/** Handing in cannot be undone: it is asked on a page of its own, which says what is not answered. */
badgeTests.get(`${path}/attempts/:attempt/hand-in`, async (c) => {
  const { visit, course, attempt } = named(c)
  const read = await readOwn(c)
  const page = urls.attempt(visit.locale, course, attempt)
  if (read.submission) return c.redirect(page, 303)
  if (!isOpen(read.attempt, visit.now)) return c.redirect(lapsed(c), 303)
  const { given, faults } = await readSaved(visit, read)
  if (Object.keys(faults).length > 0) return c.redirect(`${page}?mend=1`, 303)
  return showPage(c, <HandInPage {...handInView(visit, frameOf(c), read, given)} />)
})

badgeTests.post(`${path}/attempts/:attempt/hand-in`, (c) =>
  orConflict(c, async () => {
    const { visit, course, attempt } = named(c)
    const page = urls.attempt(visit.locale, course, attempt)
    try {
      await handIn(visit, course, attempt)
    } catch (error) {
      if (error instanceof SentBack) return c.redirect(`${page}?mend=1`, 303)
      throw error
    }
    return c.redirect(page, 303)
  }),
)

badgeTests.post(`${path}/attempts/:attempt/submission`, (c) =>
  orConflict(c, async () => {
    const { visit, course, attempt } = named(c)
    const { intent, answers } = await sentAnswers(c)
    // A form that was opened before handing in had a page of its own: its one press asks first as well.
    if (intent === 'submit') {
      await saveDraft(visit, course, attempt, answers)
      return c.redirect(urls.handIn(visit.locale, course, attempt), 303)
    }
    try {
      await submitAttempt(visit, course, attempt, answers)
    } catch (error) {
      if (!(error instanceof SentBack)) throw error
      const { faults } = error
      return showPage(c, <AttemptPage {...await attemptView(visit, frameOf(c), await readOwn(c), { faults })} />, 422)
    }
    return c.redirect(urls.attempt(visit.locale, course, attempt), 303)
  }),
)

function named(c: Context<App>) {
  const { course, attempt } = c.req.param() as { course: string; attempt: string }
  return { visit: signedIn(c.var.visit), course, attempt }
}

function readOwn(c: Context<App>): Promise<ReadAttempt> {
  const { visit, course, attempt } = named(c)
  return readAttempt(visit, course, attempt)
}

function lapsed(c: Context<App>): string {
  return `${urls.badgeTest(c.var.visit.locale, c.req.param('course')!)}?said=lapsed`
}

function afterSaving({ locale }: SignedInVisit, course: string, attempt: string, intent: string): string {
  if (intent === 'hand-in') return urls.handIn(locale, course, attempt)
  const text = textNamed(intent)
  if (text) return inText(urls.attempt(locale, course, attempt), text)
  const page = intent === 'stay' ? urls.attempt(locale, course, attempt) : urls.badgeTest(locale, course)
  return `${page}?said=saved`
}

/**
 * Fields are named `q.`, `t.` or `p.` and the question's id, and `w.` for what stood there when the form was made: what
 * is as it was then is left out, so that an old form takes nothing back that was chosen elsewhere since.
 */
async function sentAnswers(c: Context<App>): Promise<{ intent: string; answers: SentAnswers }> {
  const fields = await readForm(c, [], 'q.')
  const names = Object.keys(fields).filter((name) => /^[qtpw]\./.test(name))
  const ids = [...new Set(names.map((name) => name.split('.')[1]!))]
  const given = ids.map(
    (id) => [id, givenIn(fields, { tokens: `q.${id}`, text: `t.${id}`, places: `p.${id}.` })] as const,
  )
  const answers = given.filter(([id, each]) => fields[`w.${id}`] !== asText(each))
  return { intent: typeof fields.intent === 'string' ? fields.intent : '', answers: Object.fromEntries(answers) }
}

/** A conflict that the start page can explain: closed after a day, or handed in already. */
async function orConflict(c: Context<App>, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const said = z.enum(['lapsed', 'submitted']).safeParse(error instanceof Refusal ? error.reason : '')
    if (!said.success || c.req.header('x-fragment') === '1') throw error
    const late = error instanceof TooLate ? await lateView(c.var.visit, error) : []
    return showStart(c, said.data, { status: 409, late })
  }
}

async function showStart(
  c: Context<App>,
  said: BadgeStartPageProps['said'],
  { status = 200, late = [] }: { status?: 200 | 409; late?: BadgeStartPageProps['late'] } = {},
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { locale } = visit
  const { course, open, submitted, waitUntil, award, remarked } = await readStanding(visit, c.req.param('course')!)
  return showPage(
    c,
    <BadgeStartPage
      frame={frameOf(c)}
      course={{ id: course.id, badge: course.badge.name[locale] }}
      questions={testLength}
      passMark={passMark}
      open={open && { id: open.id, until: closesAt(open.openedAt) }}
      waitUntil={waitUntil}
      last={
        submitted && {
          href: urls.attempt(locale, course.id, submitted.attempt),
          score: submitted.score,
          total: testLength,
        }
      }
      remarked={remarked && { href: urls.attempt(locale, course.id, remarked.attempt), score: remarked.score }}
      award={award && heldAward(award, locale)}
      text={locale === 'sv' && course.hasEasyPool ? visit.text : undefined}
      said={said}
      late={late}
    />,
    status,
  )
}
