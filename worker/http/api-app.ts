import { OpenAPIHono } from '@hono/zod-openapi'

import type { App } from './open-visit.ts'

/** A part of the JSON API. What zod refuses is thrown, so that it becomes the one problem+json answer. */
export function apiApp() {
  return new OpenAPIHono<App>({
    defaultHook: (result) => {
      if (!result.success) throw result.error
    },
  })
}
