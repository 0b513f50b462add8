import { z } from '@hono/zod-openapi'

import { locales } from '../../formats/catalogue/catalogue.ts'

/** An id of a course, lesson, question, company or member. */
export const Id = z.string().min(1).max(100)

/** A day in Stockholm. */
export const Day = z.string().openapi({ format: 'date', example: '2026-11-23' })

/** A moment, UTC. */
export const Moment = z.string().openapi({ format: 'date-time', example: '2026-11-23T08:00:00.000Z' })

/** In which language the words come. */
export const InLocale = z.object({
  locale: z
    .enum(locales)
    .optional()
    .openapi({ description: 'The language of every text; without it `Accept-Language` decides, else Swedish.' }),
})

/** A request's JSON body. */
export function body<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

/** An answer in JSON. */
export function answers<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { 'application/json': { schema } } }
}

/** For operations that need a person. */
export const bySession = [{ session: [] as string[] }]
