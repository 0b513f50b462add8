import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ZodError } from 'zod'

import { translator } from '../../web/messages/translate.ts'
import { ErrorPage } from '../../web/pages/errors/error-page.tsx'
import { Refusal, type RefusalCode, refusalIn } from '../refusal.ts'
import { urls } from '../urls.ts'
import { frameOf } from './frame-of.ts'
import { type App, localeOf } from './open-visit.ts'

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

/** The one place where an error becomes an answer: a page for people, problem+json for programs. */
export async function answerErrors(error: Error, c: Context<App>): Promise<Response> {
  const refusal = expected(error)
  if (!refusal) logBug(error, c)

  if (isForPrograms(c)) return answerProblem(refusal, c)
  if (c.req.header('x-fragment')) return answerProblem(refusal, c)
  if (refusal?.code === 'signed-out') return c.redirect(urls.signIn(localeOf(c.req.path, null), wayBack(c)), 303)
  return answerPage(refusal ? refusal.code : 'bug', c)
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

function logBug(error: Error, c: Context<App>): void {
  console.error(JSON.stringify({ level: 'error', requestId: c.var.requestId, error: error.name, stack: error.stack }))
}

function isForPrograms(c: Context<App>): boolean {
  return c.req.path.startsWith('/api/')
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

/** Where to go on after sign-in: this page, or for a form the page that holds it. */
function wayBack(c: Context<App>): string {
  if (c.req.method === 'GET') return c.req.path + new URL(c.req.url).search

  const referer = c.req.header('referer')
  if (!referer || !URL.canParse(referer)) return c.req.path
  const from = new URL(referer)
  return from.host === new URL(c.req.url).host ? from.pathname + from.search : c.req.path
}

function answerPage(kind: Exclude<RefusalCode, 'signed-out'> | 'bug', c: Context<App>): Response | Promise<Response> {
  const locale = localeOf(c.req.path, c.req.header('accept-language') ?? null)
  const frame = c.var.visit
    ? frameOf(c)
    : {
        locale,
        t: translator(locale),
        learner: undefined,
        theme: 'auto' as const,
        path: c.req.path,
        section: 'none' as const,
        demo: false,
      }

  return c.html(
    <ErrorPage frame={frame} kind={kind} requestId={c.var.requestId} />,
    kind === 'bug' ? 500 : statusOf[kind],
  )
}
