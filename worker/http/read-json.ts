import type { Context } from 'hono'

import { Refusal } from '../refusal.ts'
import type { App } from './open-visit.ts'

/** The body as JSON, not yet checked. Anything else is refused. */
export async function readJson(c: Context<App>): Promise<unknown> {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) throw new Refusal('invalid', 'not JSON')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(await c.req.arrayBuffer()))
  } catch {
    throw new Refusal('invalid', 'the JSON cannot be read')
  }
}
