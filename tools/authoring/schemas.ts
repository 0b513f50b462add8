import { z } from 'zod'

const Words = z.string({ error: 'a text is missing here' }).trim().min(1, 'a text is missing here')
const InBoth = z.strictObject({ sv: Words, en: Words }, { error: 'write it in both languages: { sv: …, en: … }' })
const Id = z
  .string({ error: 'an id is missing' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters and digits with hyphens, such as three-questions')
const Day = z
  .union([z.string(), z.date()], { error: 'write a date as 2026-11-23' })
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  .refine((value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)), 'write a date as 2026-11-23')
const Cell = z
  .string()
  .regex(/^(UND|USE|CHK|PRO|RES|DEV)-[123]$/, 'a competence cell looks like CHK-2')
  .transform((value) => value as `${'UND' | 'USE' | 'CHK' | 'PRO' | 'RES' | 'DEV'}-${1 | 2 | 3}`)
const AreaId = z.enum(['UND', 'USE', 'CHK', 'PRO', 'RES', 'DEV'])

export const CourseFile = z.strictObject({
  number: z.string().regex(/^C\d\d$/, 'a course number looks like C03'),
  competences: z.array(z.string()).min(1),
  outcomes: z.array(z.string()).min(1),
  audience: InBoth,
  badge: z.strictObject({ id: Id, cell: Cell, name: InBoth }),
  artefact: InBoth.optional(),
  retired: z.array(z.string()).default([]),
})

export const CoursePage = z.strictObject({ title: Words, summary: Words })

export const LessonHead = z.strictObject({
  id: Id,
  title: Words,
  minutes: z.int('minutes is a whole number').min(1),
  competences: z.array(Cell).min(1).max(3),
  outcome: Words,
  facts: z.array(z.string()).default([]),
  checked: Day,
  review_by: Day,
  tags: z.array(z.enum(['law', 'tool'])).default([]),
})

export const TitleHead = z.strictObject({ title: Words })

export const QuestionHead = z.strictObject({
  id: Id,
  competence: z.string({ error: 'competence is missing: an outcome such as CHK-1a' }),
  kind: z.enum(['scenario', 'understanding', 'spot', 'calculation'], {
    error: 'kind is one of scenario, understanding, spot, calculation',
  }),
  type: z.enum(['single', 'multiple', 'order', 'text', 'number', 'spot']).optional(),
  answer: z.unknown().optional(),
  tolerance: z.unknown().optional(),
  unit: z.unknown().optional(),
})

export const CompetencesFile = z.strictObject({
  version: z.int(),
  areas: z.array(
    z.strictObject({
      id: AreaId,
      name: InBoth,
      question: InBoth,
      alignments: z.array(z.strictObject({ framework: Words, code: z.coerce.string(), name: Words })).default([]),
    }),
  ),
  levels: z.array(
    z.strictObject({
      id: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      name: InBoth,
      autonomy: InBoth.optional(),
    }),
  ),
  outcomes: z.array(z.strictObject({ id: z.string(), sv: Words, en: Words })),
})

export const FactsFile = z.strictObject({
  facts: z.array(
    z.strictObject({
      id: z.string().regex(/^f-\S+$/, 'a fact id begins with f-'),
      claim: InBoth,
      source: Words,
      publisher: Words,
      checked: Day.nullable(),
      checker: Words,
      certainty: z.enum(['A', 'B']),
      published: z.boolean(),
    }),
  ),
})

export const DomainsFile = z.strictObject({ domains: z.array(Words) })

export type LessonHead = z.infer<typeof LessonHead>
export type CourseFile = z.infer<typeof CourseFile>
