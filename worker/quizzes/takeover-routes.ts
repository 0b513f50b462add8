import { Hono } from 'hono'
import { z } from 'zod'

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
        ...AnswerFields,
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
  return c.json(await takeOver(signedIn(c.var.visit), answers))
})
