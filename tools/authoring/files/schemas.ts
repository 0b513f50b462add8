import { z } from 'zod'

import { Day } from './day-schema.ts'
import { Voided } from './voided-schema.ts'

// Lists have a most, far above what anybody needs: some are compared each with each.

const Words = z.string().trim().min(1, 'write a text here')
const InBoth = z.strictObject(
  { sv: Words, en: Words },
  { error: (issue) => (issue.code === 'invalid_type' ? 'write it in both languages: { sv: …, en: … }' : undefined) },
)
/** Addresses beside the lessons of a course. */
const taken = ['badge', 'artefact']
const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters a–z and digits with hyphens, such as three-questions')
  .max(80, 'an id has at most 80 characters')
const AreaId = z.enum(['UND', 'USE', 'CHK', 'PRO', 'RES', 'DEV'])
const Level = z.union([z.literal(1), z.literal(2), z.literal(3)], { error: 'a level is 1, 2 or 3' })
const Alignment = z.strictObject({ framework: Words, code: z.coerce.string(), name: Words })

/** Whether a cell or an outcome exists is asked of competences.yml, which can suggest the one that was meant. */
export const CourseFile = z.strictObject({
  number: z
    .string()
    .regex(/^C\d{2,4}$/, 'a course number looks like C03')
    .describe('Orders the catalogue; no two courses share one.'),
  competences: z.array(z.string()).min(1).max(60).describe('Cells of the framework that the course teaches: USE-1.'),
  outcomes: z
    .array(z.string())
    .min(1)
    .max(60)
    .describe('What the badge promises: USE-1a. Each needs at least three questions in badge.md.'),
  audience: InBoth.describe('Whom it is for.'),
  edition: z.literal(2).optional().describe('2: the checks of the second edition (Q21–Q27, L21–L26) hold in full.'),
  badge: z
    .strictObject({ id: Id, cell: z.string(), name: InBoth })
    .describe('Its id is for ever; the cell is where it is shown.'),
  artefact: InBoth.optional().describe('What the learner takes home is called.'),
  variants: z
    .record(Id, InBoth)
    .default({})
    .describe(
      'Trades with worked cases of their own in variants/, and what they are called: { bygg: { sv: …, en: … } }.',
    ),
  retired: z
    .array(z.string())
    .max(5000)
    .default([])
    .describe('Ids of lessons and questions that are no more; they stay here for ever.'),
  voided: z
    .array(Voided)
    .max(1000)
    .default([])
    .describe('Questions that were wrong: they count as right for whoever had them.'),
})

export const CoursePage = z.strictObject({ title: Words, summary: Words })

export const LessonHead = z.strictObject({
  id: Id.refine(
    (id) => !taken.includes(id),
    'badge and artefact are addresses of the course; choose another id',
  ).describe('The same in both languages, never changed and never used again.'),
  title: Words.describe('Short; says what it is about.'),
  minutes: z
    .int({ error: () => 'write a whole number' })
    .min(1)
    .optional()
    .describe('Counted when it is left out.'),
  competences: z.array(z.string()).min(1).max(3).describe('Cells; each has at least one question in the lesson.'),
  outcome: Words.describe('One sentence that begins "Du kan …" or "You can …".'),
  facts: z
    .array(z.string())
    .max(100)
    .default([])
    .describe('Facts of facts.yml to be checked again when the lesson is, cited or not.'),
  checked: Day.describe('The day somebody last read the whole lesson against its sources.'),
  review_by: Day.describe('When that has to be done again: at most a year ahead, half a year for law and tool.'),
  tags: z
    .array(z.enum(['law', 'tool']))
    .default([])
    .describe('law or tool, if it is about either.'),
  opens: z
    .enum(['case', 'fault', 'dialogue', 'failed-trial', 'other-side', 'dilemma'])
    .optional()
    .describe('How the lesson opens; of six lessons no more than two alike.'),
  ask: z
    .literal(true)
    .optional()
    .describe('true: it tells its reader to ask whoever is responsible; members of a company see who that is.'),
  doing: z.literal('service').optional().describe('service: "Do it now" has the reader use an AI service.'),
})

/** Asked beside the knowledge check. */
export const SurveyFile = z.strictObject({
  scale: z.strictObject({ from: z.int(), to: z.int(), low: InBoth, high: InBoth }),
  items: z
    .array(
      z.strictObject({
        id: Id,
        /** What a self-rating on the scale is compared with; a question with options has none. */
        areas: z.array(AreaId).min(1).optional(),
        sv: Words,
        en: Words,
        options: z
          .array(z.strictObject({ id: Id, sv: Words, en: Words }))
          .min(2)
          .optional(),
        /** Shown in random order. */
        random: z.boolean().default(false),
      }),
    )
    .min(1),
})
export type SurveyFile = z.infer<typeof SurveyFile>

export const TitleHead = z.strictObject({ title: Words })

export const QuestionHead = z.strictObject({
  id: Id.describe('Unique in the course, the same in both languages, never changed and never used again.'),
  competence: z
    .string({
      error: (issue) => (issue.input === undefined ? 'is missing; write an outcome such as CHK-1a' : undefined),
    })
    .describe('The outcome that it measures: CHK-1a.'),
  kind: z
    .enum(['scenario', 'understanding', 'spot', 'calculation'])
    .describe('scenario: something happens at work. spot: find what is wrong in a text.'),
  /** Which types there are, and what each needs, is asked of the question as a whole. */
  type: z.string().optional(),
  published: z
    .boolean()
    .optional()
    .describe(
      'In the knowledge check, false keeps a question that states what a law means until somebody has checked it.',
    ),
  answer: z.unknown().optional().describe('A list of texts that are right, or a number in digits: 3900.5.'),
  from: z
    .string()
    .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'write the lesson where it is taught, as lesson or lesson/heading')
    .optional()
    .describe(
      'Where a wrong answer sends the learner to read again: in a pool the id of the lesson, with /heading if wanted.',
    ),
  needs: z
    .literal('course')
    .optional()
    .describe('course: good sense does not do, for it asks something that is taught.'),
  p: z.number().min(0).max(1).optional().describe('Your guess at the share who get it right after reading: 0.75.'),
  tolerance: z.unknown().optional().describe('How far from the number an answer may be: 0.'),
  unit: z.unknown().optional().describe('Of the number: kr.'),
  recorded: Day.optional().describe('Of a replay: the day on which its answers were recorded from a service.'),
  written: z
    .literal(true, 'write true, or take it away')
    .optional()
    .describe('Of a replay: its answers are written as examples, and the page says so.'),
})

export const CompetencesFile = z.strictObject({
  version: z.int(),
  areas: z
    .array(z.strictObject({ id: AreaId, name: InBoth, question: InBoth, alignments: z.array(Alignment).default([]) }))
    .max(20),
  levels: z.array(z.strictObject({ id: Level, name: InBoth, autonomy: InBoth.optional() })).max(20),
  outcomes: z.array(z.strictObject({ id: z.string(), sv: Words, en: Words })).max(1000),
})

/** One text for both languages, or one for each. */
const OneOrBoth = z.union([Words, InBoth], { error: 'write a text, or one in both languages: { sv: …, en: … }' })

export const FactsFile = z.strictObject({
  facts: z
    .array(
      z.strictObject({
        id: z.string().regex(/^f-[^\s\]]+$/, 'a fact id begins with f-'),
        claim: InBoth.describe('What is claimed.'),
        source: OneOrBoth.describe('The document or page; of a summary, whose account was read.'),
        place: OneOrBoth.optional().describe('Where in it: artikel 33, page 12.'),
        publisher: OneOrBoth.describe('Who stands behind it.'),
        url: z
          .url({ protocol: /^https$/, error: 'write the official address, beginning with https://' })
          .optional()
          .describe('The official address, where anybody can look, whatever was read.'),
        read: z
          .enum(['original', 'copy', 'summary', 'none'])
          .describe(
            'original: a person opened the official page. copy: its text word for word, elsewhere. summary: somebody else’s account. none: nothing yet.',
          ),
        read_on: Day.optional().describe('The day a copy or a summary was read.'),
        checked: Day.optional().describe('The day the original was opened; with no other.'),
        checker: Words.optional().describe('Who opened the original; with no other.'),
        law: z
          .boolean()
          .optional()
          .describe('true: it says what a law means or asks for, which is never told from a summary.'),
        certainty: z
          .enum(['A', 'B'])
          .describe('A: the official text, or several independent sources. B: one, or second-hand: not shown.'),
      }),
    )
    .max(10_000),
})

/** A lesson of a meeting; the title is for one that is still to come. */
const NamedLesson = { course: Id, lesson: Id, title: InBoth }

export const PathsFile = z.strictObject({
  paths: z
    .array(
      z.strictObject({
        id: Id,
        name: InBoth,
        description: InBoth,
        badge: InBoth,
        courses: z
          .array(
            z.union([Id, z.strictObject({ one_of: z.array(Id).min(2) }), z.strictObject({ path: Id })], {
              error: 'write a course id, or { one_of: [ … ] }, or { path: … }',
            }),
          )
          .min(1)
          .max(200),
      }),
    )
    .max(500),
  /** The first meetings about AI, for whoever leads them. */
  starter: z
    .strictObject({
      meetings: z
        .array(
          z.strictObject({
            title: InBoth,
            /** What the leader says first. */
            say: InBoth,
            lessons: z
              .array(z.strictObject({ ...NamedLesson, ask: z.array(InBoth).min(1).max(4) }))
              .min(1)
              .max(4),
            /** What is agreed and done afterwards. */
            after: z.array(InBoth).min(1).max(6),
          }),
        )
        .min(1)
        .max(6),
      alone: z.array(z.strictObject(NamedLesson)).max(6).default([]),
    })
    .optional(),
  /** Courses that are to come. */
  planned: z
    .array(z.strictObject({ id: Id, title: InBoth }))
    .max(500)
    .default([]),
})

const Term = z.strictObject(
  { term: Words, explanation: Words },
  {
    error: (issue) =>
      issue.input === undefined ? 'is missing; a term has both languages, each { term: …, explanation: … }' : undefined,
  },
)

export const GlossaryFile = z.strictObject({
  terms: z
    .array(
      z.strictObject({
        id: Id,
        sv: Term,
        en: Term,
        published: z
          .boolean()
          .default(true)
          .describe('false keeps a term whose explanation says what a law means until somebody has checked it.'),
      }),
    )
    .max(1000),
})

/** Right words that no dictionary has. */
export const WordsFile = z.strictObject({
  both: z.array(Words).default([]),
  sv: z.array(Words).default([]),
  en: z.array(Words).default([]),
})

export const DomainsFile = z.strictObject({ domains: z.array(Words).max(1000) })

export type PathsFile = z.infer<typeof PathsFile>
export type CourseFile = z.infer<typeof CourseFile>
export type CoursePage = z.infer<typeof CoursePage>
export type LessonHead = z.infer<typeof LessonHead>
export type TitleHead = z.infer<typeof TitleHead>
export type QuestionHead = z.infer<typeof QuestionHead>
export type FactsFile = z.infer<typeof FactsFile>
export type GlossaryFile = z.infer<typeof GlossaryFile>
export type Fact = z.infer<typeof FactsFile>['facts'][number]
