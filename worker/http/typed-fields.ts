import type { Context } from 'hono'

import type { App } from './open-visit.ts'

/** What somebody typed into the plain form of this request, to be given back; undefined where there is none to read. */
export async function typedFields(c: Context<App>): Promise<[string, string][] | undefined> {
  if (c.req.method !== 'POST') return undefined
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(c.req.header('content-type') ?? ''))
    return undefined

  const form = await c.req.formData().catch(() => undefined)
  return form && [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
}
