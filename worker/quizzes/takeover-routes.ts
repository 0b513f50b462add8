import { Hono } from 'hono'
import { z } from 'zod'

import { locales } from '../../formats/catalogue/catalogue.ts'
import type { App } from '../http/open-visit.ts'
import { readJson } from '../http/read-json.ts'
import { signedIn } from '../visit.ts'
import { AnswerFields } from './answer-fields.ts'
import { takeOver } from './take-over.ts'

export const takeover = new Hono<App>()

const Id = z.string().min(1).max(100)
const Takeover = z.object({ answers: z.array(z.unknown()).max(200) })
const Kept = z
  .object({
    id: AnswerFields.id,
    version: AnswerFields.version,
    tokens: AnswerFields.tokens,
    text: AnswerFields.text.optional(),
    locale: z.enum(locales).optional(),
    confidence: AnswerFields.confidence.optional(),
    hints: AnswerFields.hints.optional(),
    course: Id,
    lesson: Id,
    question: Id,
    easy: z.boolean().optional(),
    at: z.number().transform((ms) => new Date(ms)),
  })
  .transform(({ tokens, text, easy = false, ...answer }) => ({ ...answer, isEasy: easy, given: text ?? tokens }))

takeover.post('/:l{(?:sv|en)}/me/takeover', async (c) => {
  const { answers } = Takeover.parse(await readJson(c))
  // Each by itself: one that cannot be read is left out and counted, and holds up none of the others.
  const kept = answers.flatMap((answer) => Kept.safeParse(answer).data ?? [])
  const { taken, left } = await takeOver(signedIn(c.var.visit), kept)
  return c.json({ taken, left: left + answers.length - kept.length })
})
