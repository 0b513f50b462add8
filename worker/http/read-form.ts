import type { Context } from 'hono'

import { Refusal } from '../refusal.ts'
import type { App } from './open-visit.ts'

/**
 * The fields of a plain form as text; those named in `lists` as lists, empty when none was sent, and those whose names
 * begin with `listsFrom` too. Files, doubled single fields and broken UTF-8 are refused.
 */
export async function readForm(
  c: Context<App>,
  lists: readonly string[] = [],
  listsFrom?: string,
): Promise<Record<string, string | string[]>> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)) {
    throw new Refusal('invalid', 'not a form')
  }
  const form = await c.req.formData().catch(() => {
    throw new Refusal('invalid', 'the form cannot be read')
  })

  const fields = Object.create(null) as Record<string, string | string[]>
  for (const name of lists) fields[name] = []
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value.includes('\uFFFD'))
      throw new Refusal('invalid', 'not text', { [name]: 'not-text' })
    const known = fields[name]
    if (Array.isArray(known)) known.push(value)
    else if (known === undefined) fields[name] = listsFrom && name.startsWith(listsFrom) ? [value] : value
    else throw new Refusal('invalid', 'sent twice', { [name]: 'doubled' })
  }
  return fields
}
