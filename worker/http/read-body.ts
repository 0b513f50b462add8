import { createMiddleware } from 'hono/factory'

import { Refusal } from '../refusal.ts'
import type { App } from './open-visit.ts'

/**
 * JSON that is text through and through, whoever reads it afterwards: broken UTF-8 and halves of a surrogate pair are
 * refused here, where no route can forget to. (Forms: read-form.ts.)
 */
export const readBody = createMiddleware<App>(async function readBody(c, next) {
  if (c.req.raw.body && /^application\/([\w.-]+\+)?json\b/i.test(c.req.header('content-type') ?? '')) {
    refuseHalves(
      await c.req.text().catch(() => {
        throw new Refusal('invalid', 'the body broke off')
      }),
    )
  }
  await next()
})

function refuseHalves(text: string): void {
  if (text.includes('\uFFFD')) throw unreadable()
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) throw unreadable()
      return value
    })
  } catch {
    throw unreadable()
  }
}

function unreadable(): Refusal {
  return new Refusal('invalid', 'the JSON cannot be read')
}
