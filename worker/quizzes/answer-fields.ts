import { z } from 'zod'

import { confidences } from '../db/schema/quizzes.ts'

/** What every sent answer has, in a form or in JSON. */
export const AnswerFields = {
  id: z.uuid(),
  version: z.string().regex(/^[0-9a-f]{32}$/),
  tokens: z.array(z.string().max(40)).max(10),
  text: z.string().max(200),
  confidence: z.enum(confidences),
  hints: z.int().min(0).max(2),
}
