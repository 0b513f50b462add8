import { Hono } from 'hono'
import { z } from 'zod'

import { ArtefactPage } from '../../web/pages/courses/artefact-page.tsx'
import { CataloguePage } from '../../web/pages/courses/catalogue-page.tsx'
import { CompetencesPage } from '../../web/pages/courses/competences-page.tsx'
import { CoursePage } from '../../web/pages/courses/course-page.tsx'
import { heldAward } from '../badges/held-award.ts'
import { contactViews } from '../companies/details/contact-views.ts'
import { selectContacts } from '../companies/details/store.ts'
import { chosenVariant, exampleChoice, textFor } from '../courses/chosen-variant.ts'
import { findCourse, loadCoursePage } from '../courses/find.ts'
import { frameOf } from '../http/frame-of.ts'
import { keptBriefly } from '../http/kept-briefly.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { areasView } from './competences.ts'
import { pathViews } from './path-views.ts'
import { readOwn } from './read-own.ts'
import {
  areaName,
  areaOf,
  areaViews,
  beginningOf,
  courseView,
  levelOf,
  newsView,
  openTestView,
  progressIn,
  resumeView,
  stepOf,
} from './views.ts'

/** The catalogue and the course pages: what there is, and how far one has come. */
export const learning = new Hono<App>()

const Choice = z.object({
  level: z.coerce
    .number()
    .pipe(z.literal([1, 2, 3]))
    .optional()
    .catch(undefined),
  area: z.enum(['UND', 'USE', 'CHK', 'PRO', 'RES', 'DEV']).optional().catch(undefined),
})

learning.get('/:l{(?:sv|en)}', keptBriefly, async (c) => {
  const { visit } = c.var
  const { catalogue, locale } = visit
  const frame = frameOf(c, 'courses')
  const choice = { level: undefined, area: undefined, ...Choice.parse(c.req.query()) }
  const { overview } = await readOwn(visit)
  const chosen = catalogue.courses.filter(
    ({ badge: { cell } }) =>
      (!choice.level || levelOf(cell) === choice.level) && (!choice.area || areaOf(cell) === choice.area),
  )

  return showPage(
    c,
    <CataloguePage
      frame={frame}
      total={catalogue.courses.length}
      courses={chosen.map((course) => courseView(course, overview, catalogue, visit))}
      choice={choice}
      areas={areaViews(catalogue, overview, locale)}
      paths={pathViews(catalogue, overview, locale)}
      starter={catalogue.paths.starter !== undefined}
      resume={resumeView(catalogue, overview, locale, frame.t)}
      begin={beginningOf(catalogue, locale)}
    />,
  )
})

learning.get('/:l{(?:sv|en)}/courses/:course', keptBriefly, async (c) => {
  const { visit } = c.var
  const { locale } = visit
  const frame = frameOf(c, 'courses')
  const course = findCourse(visit.catalogue, c.req.param('course'))
  const { about } = await loadCoursePage(visit.catalogue, course.id)
  const { overview, unavailable } = await readOwn(visit)
  const progress = progressIn(overview, course)
  const award = overview.badges.find((badge) => badge.course === course.id)
  const step = stepOf(course, progress, locale, frame.t)

  return showPage(
    c,
    <CoursePage
      frame={frame}
      course={{
        id: course.id,
        title: course.title[locale],
        summary: course.summary[locale],
        audience: course.audience[locale],
        about: about[locale],
        minutes: course.minutes,
        badge: { name: course.badge.name[locale], cell: course.badge.cell },
        artefact: course.artefact[locale],
        competences: course.competences.map((cell) => ({ cell, area: areaName(visit.catalogue, cell, locale) })),
      }}
      lessons={progress.lessons.map(({ lesson, done, answered }) => ({
        id: lesson.id,
        title: lesson.title[locale],
        minutes: lesson.minutes,
        done,
        answered,
        questions: lesson.questions,
        hasEasy: locale === 'sv' && lesson.hasEasy === true,
      }))}
      next={{ href: step.href, text: progress.begun ? step.step : frame.t('course.start') }}
      award={award && heldAward(award, locale)}
      openTest={openTestView(overview, course, visit)}
      news={newsView(overview, course, locale, frame.t)}
      progressUnavailable={unavailable}
    />,
  )
})

learning.get('/:l{(?:sv|en)}/courses/:course/artefact', keptBriefly, async (c) => {
  const { db, learner, catalogue, locale } = c.var.visit
  const course = findCourse(catalogue, c.req.param('course'))
  const { id, title, artefact } = course
  const { artefact: everybodys, artefactVariants } = await loadCoursePage(catalogue, id)
  const chosen = chosenVariant(c, course)
  const asks = course.lessons.some(({ ask }) => ask)
  const contacts = learner && asks ? await selectContacts(db, learner.id) : []
  const body = textFor(chosen, artefactVariants, everybodys)
  return showPage(
    c,
    <ArtefactPage
      frame={frameOf(c, 'courses')}
      course={{ id, title: title[locale] }}
      title={artefact[locale]}
      body={body[locale]}
      examples={exampleChoice(course, artefactVariants, chosen, locale)}
      contacts={contactViews(contacts)}
    />,
  )
})

learning.get('/:l{(?:sv|en)}/competences', keptBriefly, (c) => {
  const { catalogue, locale } = c.var.visit
  return showPage(c, <CompetencesPage frame={frameOf(c, 'courses')} areas={areasView(catalogue, locale)} />)
})
