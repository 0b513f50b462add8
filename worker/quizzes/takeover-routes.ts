import { Hono } from 'hono'
import { z } from 'zod'

import { locales } from '../courses/catalogue.ts'
import type { App } from '../http/open-visit.ts'
import { readJson } from '../http/read-json.ts'
import { signedIn } from '../visit.ts'
import { AnswerFields } from './answer-fields.ts'
import { takeOver } from './take-over.ts'

export const takeover = new Hono<App>()

const Id = z.string().min(1).max(100)
const Takeover = z.object({
  answers: z
    .array(
      z.object({
        id: AnswerFields.id,
        version: AnswerFields.version,
        tokens: AnswerFields.tokens,
        text: AnswerFields.text.optional(),
        locale: z.enum(locales).optional(),
        course: Id,
        lesson: Id,
        question: Id,
        at: z.number().transform((ms) => new Date(ms)),
      }),
    )
    .max(200),
})

takeover.post('/:l{(?:sv|en)}/me/takeover', async (c) => {
  const { answers } = Takeover.parse(await readJson(c))
  const kept = answers.map(({ tokens, text, ...answer }) => ({ ...answer, given: text ?? tokens }))
  return c.json(await takeOver(signedIn(c.var.visit), kept))
})
