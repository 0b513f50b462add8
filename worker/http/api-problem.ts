import { z } from '@hono/zod-openapi'

/** RFC 9457, as http/answer-errors writes it. */
const Problem = z
  .object({
    type: z.string().openapi({ example: 'urn:navet:not-found' }),
    title: z.string().openapi({ example: 'not-found' }),
    status: z.int().openapi({ example: 404 }),
    detail: z.string().openapi({ description: 'The reason, a word for programs.', example: 'no such course' }),
    instance: z.string().optional().openapi({ description: 'The request id, to be named when asking for help.' }),
    fields: z
      .record(z.string(), z.string())
      .optional()
      .openapi({ description: 'Which fields of the request were wrong, and how.' }),
  })
  .openapi('Problem')

const meanings = {
  401: 'Nobody is signed in',
  403: 'The request came from another site',
  404: 'There is none, or it is not for you to see',
  409: 'It does not fit with what has happened already',
  413: 'The body is over 64 KB',
  422: 'The request could not be understood; `fields` says where',
  429: 'Too many of these in an hour',
  503: 'The database cannot be reached right now',
} as const

type Status = keyof typeof meanings

/** The problems that an operation may answer with, for its `responses`. 503 is always possible. */
export function problems<S extends Status>(...statuses: S[]) {
  const entries = [...statuses, 503 as const].map((status) => [status, problem(status)] as const)
  return Object.fromEntries(entries) as Record<S | 503, ReturnType<typeof problem>>
}

function problem(status: Status) {
  return { description: meanings[status], content: { 'application/problem+json': { schema: Problem } } }
}
