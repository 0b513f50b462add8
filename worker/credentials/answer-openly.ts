import type { Context } from 'hono'

import type { App } from '../http/open-visit.ts'

/** Any site's verifier may read it: it is public, and no cookie decides what it says. */
export function answerOpenly(c: Context<App>, body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  return c.body(body, 200, { 'Content-Type': typeof body === 'string' ? `${type}; charset=utf-8` : type })
}
