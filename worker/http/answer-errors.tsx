import type { Context } from 'hono'
import { routePath } from 'hono/route'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ZodError } from 'zod'

import { translator } from '../../web/messages/translate.ts'
import { ErrorPage } from '../../web/pages/errors/error-page.tsx'
import { forgetfulCookies } from '../accounts/end-session.ts'
import { keepForm } from '../kept-forms/keep-form.ts'
import { logError, logEvent } from '../log.ts'
import { isUnavailable, Refusal, type RefusalCode, refusalIn } from '../refusal.ts'
import { inText, textNamed, urls } from '../../web/urls.ts'
import { frameOf } from './frame-of.ts'
import { type App, localeOf } from './open-visit.ts'
import { pageOf } from './page-of.ts'
import { showPage } from './show-page.ts'
import { typedFields } from './typed-fields.ts'
import { refusalOfUnfitSchema } from './unfit-schema.ts'

const statusOf = {
  'signed-out': 401, // pages redirect to sign-in instead
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<RefusalCode, ContentfulStatusCode>

/** Long enough for a database that starts again. */
const retryAfterSeconds = '3'

/** The one place where an error becomes an answer: a page for people, problem+json for programs. */
export async function answerErrors(error: Error, c: Context<App>): Promise<Response> {
  let refusal = expected(error)
  try {
    const began = c.var.visit?.now ?? new Date()
    refusal ??= await refusalOfUnfitSchema(error, { bindings: c.env, began })
    logAnswer(error, refusal, c)
    if (refusal?.reason === 'session ended') forgetSession(c)
    if (refusal?.code === 'unavailable') c.header('Retry-After', retryAfterSeconds)

    if (isForPrograms(c)) return answerProblem(refusal, c)
    if (refusal?.code === 'signed-out') return await answerSignedOut(refusal, c)
    return await answerPage(refusal ? refusal.code : 'bug', c)
  } catch (second) {
    if (isUnavailable(second)) {
      c.header('Retry-After', retryAfterSeconds)
      return answerPage('unavailable', c)
    }
    logError(c.var.requestId, 'bug', second)
    return c.text(`${c.var.requestId}: something broke, nothing is lost`, 500)
  }
}

/** A zod error at the border is a refusal that names the fields. */
function expected(error: Error): Refusal | undefined {
  if (!(error instanceof ZodError)) return refusalIn(error)
  return new Refusal(
    'invalid',
    'input',
    Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), issue.code])),
  )
}

function logAnswer(error: Error, refusal: Refusal | undefined, c: Context<App>): void {
  if (!refusal) return logError(c.var.requestId, 'bug', error)
  const { visit } = c.var
  if (!visit) return
  if (refusal.reason === 'session ended') logEvent(visit, 'session-over', { learner: visit.learner?.id })
  else logEvent(visit, 'refused', { learner: visit.learner?.id, error: refusal })
}

function isForPrograms(c: Context<App>): boolean {
  return c.req.path.startsWith('/api/') || c.req.header('x-fragment') !== undefined
}

function answerProblem(refusal: Refusal | undefined, c: Context<App>): Response {
  const code = refusal?.code ?? 'bug'
  const status = code === 'bug' ? 500 : statusOf[code]
  const problem = {
    type: `urn:navet:${code}`,
    title: code,
    status,
    detail: refusal?.reason ?? 'something broke',
    instance: c.var.requestId,
    ...(refusal && Object.keys(refusal.fields).length > 0 ? { fields: refusal.fields } : {}),
  }
  return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' })
}

/** The browser forgets the session, but not whose it was: what was typed is kept for that person. */
function forgetSession(c: Context<App>): void {
  for (const cookie of forgetfulCookies(c.var.visit.settings, { andWho: false })) {
    c.header('Set-Cookie', cookie, { append: true })
  }
}

/** A page that can be read signed out is had again as such; a form is kept until its writer is back. */
async function answerSignedOut(refusal: Refusal, c: Context<App>): Promise<Response> {
  const page = pageOf(c)
  const locale = localeOf(c.req.path, null)
  if (c.req.method === 'GET') {
    return c.redirect(refusal.reason === 'session ended' ? page : urls.signIn(locale, page), 303)
  }
  // In which words a form stood goes with it.
  const path = inText(c.req.path, textNamed(c.req.query('text')))
  const late = { route: routePath(c, -1), path, page, fields: await typedFields(c) }
  const isKept = await keepForm(c.var.visit, late)
  return c.redirect(urls.signIn(locale, isKept ? urls.keptForms(locale) : page), 303)
}

async function answerPage(kind: Exclude<RefusalCode, 'signed-out'> | 'bug', c: Context<App>): Promise<Response> {
  const locale = localeOf(c.req.path, c.req.header('accept-language') ?? null)
  const frame = c.var.visit
    ? frameOf(c)
    : {
        locale,
        t: translator(locale),
        learner: undefined,
        theme: 'auto' as const,
        path: urls.catalogue(locale),
        section: 'none' as const,
        demo: false,
      }
  const fields = kind === 'unavailable' || kind === 'bug' ? await typedFields(c) : undefined
  return showPage(
    c,
    <ErrorPage
      frame={frame}
      kind={kind}
      requestId={c.var.requestId}
      again={fields && { action: c.req.path, fields }}
    />,
    kind === 'bug' ? 500 : statusOf[kind],
  )
}
