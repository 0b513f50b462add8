import { z } from '@hono/zod-openapi'

import { Day, Examples, Id } from '../http/api-fields.ts'

const LessonInCourse = z
  .object({
    id: Id,
    title: z.string(),
    outcome: z.string(),
    minutes: z.int(),
    questions: z.array(Id).openapi({ description: 'Ids of the practice questions, in order.' }),
    checked: Day,
  })
  .openapi('LessonInCourse')

export const CourseInCatalogue = z
  .object({
    id: Id,
    number: z.string().openapi({ example: 'C03' }),
    version: z.string(),
    title: z.string(),
    summary: z.string(),
    audience: z.string(),
    minutes: z.int(),
    badge: z.object({ id: Id, cell: z.string().openapi({ example: 'CHK-2' }), name: z.string() }),
    artefact: z.string().openapi({ description: 'What the learner takes home.' }),
    lessons: z.array(LessonInCourse),
    page: z.string().openapi({ description: 'Path of the page for people.' }),
  })
  .openapi('CourseInCatalogue')

export const Catalogue = z.object({ courses: z.array(CourseInCatalogue) }).openapi('Catalogue')

export const Course = CourseInCatalogue.extend({
  about: z.string().openapi({ description: 'HTML, rendered by the compiler.' }),
  document: z.string().openapi({ description: 'What the learner takes home, as HTML.' }),
  examples: Examples,
}).openapi('Course')

const Cell = z
  .object({
    id: z.string().openapi({ example: 'CHK-2' }),
    area: z.string(),
    level: z.string(),
    outcomes: z.array(z.object({ id: z.string().openapi({ example: 'CHK-2a' }), text: z.string() })),
    lessons: z.array(z.object({ course: Id, lesson: Id })).openapi({ description: 'The lessons that teach it.' }),
    questions: z.int().openapi({ description: 'Practice questions in the lessons.' }),
  })
  .openapi('CompetenceCell')

export const Competences = z
  .object({ version: z.int().openapi({ description: 'Of the framework.' }), cells: z.array(Cell) })
  .openapi('Competences')

const LessonProgress = z
  .object({ lesson: Id, done: z.boolean(), answered: z.int(), questions: z.int() })
  .openapi('LessonProgress')

const NextStep = z
  .object({ lesson: Id, question: Id.nullable().openapi({ description: 'Null: from the lesson’s beginning.' }) })
  .openapi('NextStep')

export const CourseProgress = z
  .object({
    course: Id,
    lessonsDone: z.int(),
    lessonsTotal: z.int(),
    minutesLeft: z.int(),
    lessons: z.array(LessonProgress),
    next: NextStep.nullable().openapi({ description: 'The exact step to go on with; null when every lesson is done.' }),
    doneDay: Day.nullable().openapi({
      description: 'The day the course was done. A lesson added later undoes nothing.',
    }),
    newSinceDone: z
      .array(z.object({ lesson: Id, question: Id.nullable().openapi({ description: 'Null: the whole lesson.' }) }))
      .openapi({ description: 'Lessons and questions that came after the course was done and are not done yet.' }),
    badge: z.object({ award: Id, day: Day }).nullable(),
  })
  .openapi('CourseProgress')

export const Progress = z.object({ courses: z.array(CourseProgress) }).openapi('Progress')
