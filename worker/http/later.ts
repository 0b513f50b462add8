import type { Context } from 'hono'

import type { App } from './open-visit.ts'

type Answer = (c: Context<App>) => Response | Promise<Response>

/**
 * An answer that is loaded when it is first asked for, with the pages, words and stores that it alone needs. Routes name
 * its file, and its name there: the router knows every path at once, and a wrong name does not compile.
 */
export function later<Name extends string>(load: () => Promise<Record<NoInfer<Name>, Answer>>, name: Name): Answer {
  return async (c) => (await load())[name](c)
}
