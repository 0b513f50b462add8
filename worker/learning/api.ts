import { createRoute, z } from '@hono/zod-openapi'

import type { CourseSummary, Locale } from '../../formats/catalogue/catalogue.ts'
import { publishedAward } from '../badges/held-award.ts'
import { exampleChoice, examplesTold, textFor, variantAsked } from '../courses/chosen-variant.ts'
import { findCourse, loadCoursePage } from '../courses/find.ts'
import { apiApp } from '../http/api-app.ts'
import { answers, bySession, ForTrade, Id, InLocale } from '../http/api-fields.ts'
import { problems } from '../http/api-problem.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { Catalogue, Competences, Course, type CourseInCatalogue, type CourseProgress, Progress } from './api-schemas.ts'
import { cellsByArea } from './competences.ts'
import { type Overview, readOverview } from './store.ts'
import { newThingsIn, progressIn } from './views.ts'

/** Courses, and how far one has come. */
export const learningApi = apiApp()

const readCatalogue = createRoute({
  method: 'get',
  path: '/api/v1/courses',
  tags: ['Courses'],
  summary: 'Every course',
  request: { query: InLocale },
  responses: { 200: answers('The catalogue', Catalogue), ...problems(422) },
})

learningApi.openapi(readCatalogue, (c) => {
  const { catalogue, locale } = c.var.visit
  return c.json({ courses: catalogue.courses.map((course) => inCatalogue(course, locale)) }, 200)
})

const readCourse = createRoute({
  method: 'get',
  path: '/api/v1/courses/{course}',
  tags: ['Courses'],
  summary: 'One course',
  request: { params: z.object({ course: Id }), query: InLocale.extend(ForTrade) },
  responses: { 200: answers('The course', Course), ...problems(404, 422) },
})

learningApi.openapi(readCourse, async (c) => {
  const { catalogue, locale } = c.var.visit
  const course = findCourse(catalogue, c.req.valid('param').course)
  const trade = variantAsked(course, c.req.valid('query').for)
  const { about, artefact, artefactVariants } = await loadCoursePage(catalogue, course.id)
  return c.json(
    {
      ...inCatalogue(course, locale),
      about: about[locale],
      document: textFor(trade, artefactVariants, artefact)[locale],
      examples: examplesTold(exampleChoice(course, artefactVariants, trade, locale)),
    },
    200,
  )
})

const readCompetences = createRoute({
  method: 'get',
  path: '/api/v1/competences',
  tags: ['Courses'],
  summary: 'The competence framework',
  description: 'What each cell means, which lessons teach it, and how many questions practise it.',
  request: { query: InLocale },
  responses: { 200: answers('The framework', Competences), ...problems(422) },
})

learningApi.openapi(readCompetences, (c) => {
  const { catalogue, locale } = c.var.visit
  const cells = cellsByArea(catalogue).flatMap(({ area, cells: own }) =>
    own.map(({ id, level, outcomes, courses, questions }) => ({
      id,
      area: area.name[locale],
      level: level.name[locale],
      outcomes: outcomes.map((outcome) => ({ id: outcome.id, text: outcome[locale] })),
      lessons: courses.flatMap(({ course, lessons }) =>
        lessons.map(({ id: lesson }) => ({ course: course.id, lesson })),
      ),
      questions,
    })),
  )
  return c.json({ version: catalogue.framework.version, cells }, 200)
})

const readProgress = createRoute({
  method: 'get',
  path: '/api/v1/progress',
  tags: ['Progress'],
  summary: 'How far you have come',
  description: 'The courses you have begun, the one last worked on first. For you alone: no company reads this.',
  security: bySession,
  request: { query: InLocale },
  responses: { 200: answers('Your progress', Progress), ...problems(401, 422) },
})

learningApi.openapi(readProgress, async (c) => {
  const { db, learner, catalogue } = signedIn(c.var.visit)
  const overview = await readOverview(db, learner.id)
  const begun = overview.starts.flatMap(({ course: id }) => catalogue.courses.find((course) => course.id === id) ?? [])
  return c.json({ courses: begun.map((course) => progressOf(course, overview)) }, 200)
})

function inCatalogue(course: CourseSummary, locale: Locale): z.infer<typeof CourseInCatalogue> {
  const { id, number, version, minutes, badge } = course
  return {
    id,
    number,
    version,
    title: course.title[locale],
    summary: course.summary[locale],
    audience: course.audience[locale],
    minutes,
    badge: { id: badge.id, cell: badge.cell, name: badge.name[locale] },
    artefact: course.artefact[locale],
    lessons: course.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title[locale],
      outcome: lesson.outcome[locale],
      minutes: lesson.minutes,
      questions: lesson.questions,
      checked: lesson.checked,
    })),
    page: urls.course(locale, id),
  }
}

function progressOf(course: CourseSummary, overview: Overview): z.infer<typeof CourseProgress> {
  const { lessons, next, lessonsDone, lessonsTotal, minutesLeft } = progressIn(overview, course)
  const award = overview.badges.find((row) => row.course === course.id)
  return {
    course: course.id,
    lessonsDone,
    lessonsTotal,
    minutesLeft,
    lessons: lessons.map(({ lesson, done, answered }) => ({
      lesson: lesson.id,
      done,
      answered,
      questions: lesson.questions.length,
    })),
    next: next ? { lesson: next.lesson, question: next.question ?? null } : null,
    doneDay: overview.completions.find((row) => row.course === course.id)?.day ?? null,
    newSinceDone: newThingsIn(overview, course).flatMap(({ lesson, isLesson, questions }) =>
      (isLesson ? [null] : questions).map((question) => ({ lesson: lesson.id, question })),
    ),
    badge: publishedAward(award),
  }
}
