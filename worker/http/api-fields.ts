import { z } from '@hono/zod-openapi'

import { locales } from '../../formats/catalogue/catalogue.ts'
import { textNames } from '../../web/urls.ts'

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

/** Where a text is read, or answered as it was read. */
export const InText = InLocale.extend({
  text: z.enum(Object.values(textNames)).optional().openapi({
    description:
      'The words of Swedish texts: `latt` shows easy Swedish where it exists, and says with an answer that it was shown; without it, or where it does not exist, the usual ones.',
  }),
})

/** Whose worked cases a text has. */
export const ForTrade = {
  for: Id.optional().openapi({
    description:
      'A trade, by its id in `examples`: the text with worked cases from it, where there are such, else with everybody’s. 422 for one that the course does not know.',
  }),
}

/** Which trades a text has worked cases from, and which of them it was given with. */
export const Examples = z
  .object({
    chosen: Id.nullable().openapi({ description: 'Null: everybody’s.' }),
    trades: z.array(z.object({ id: Id, name: z.string() })),
  })
  .nullable()
  .openapi({ description: 'Trades with worked cases of their own in this text; null where there are none.' })

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
