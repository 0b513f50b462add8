import { z } from 'zod'

import { Day } from './day-schema.ts'
import { isSeen, notSeen } from './seen-text.ts'

/** What learners are told of a question that is voided: read in a mail and on a page as it stands. */
const Reason = z
  .string()
  .trim()
  .min(1, 'say why; it is shown to whoever had the question')
  .max(400, 'at most 400 characters: a sentence or two')
  .refine((text) => !/[<>]|&[a-z#]|\]\(|https?:|www\./i.test(text), 'write plain words, with no HTML and no link')
  .refine(isSeen, notSeen)
const Version = z.string().regex(/^[0-9a-f]{32}$/, 'a version is 32 signs of 0–9 and a–f, as courses:void lists them')

/** An entry of `voided` in course.yml. */
export const Voided = z.strictObject({
  question: z.string().describe('The id of a question of this course, practice or badge test.'),
  versions: z
    .union([z.literal('all'), z.array(Version).min(1, 'name at least one version, or write all').max(500)], {
      error: (issue) =>
        `${issue.input === undefined ? 'is missing; ' : ''}write all, or versions in brackets and quotation marks: ["…"]`,
    })
    .describe(
      'all: the question was never any good, and is retired. Else the versions that were wrong, by their hashes.',
    ),
  reason: z
    .strictObject(
      { sv: Reason, en: Reason },
      {
        error: (issue) => (issue.code === 'invalid_type' ? 'write it in both languages: { sv: …, en: … }' : undefined),
      },
    )
    .describe('Why, in plain words: shown to whoever had the question.'),
  on: Day.describe('The day it was decided.'),
})
