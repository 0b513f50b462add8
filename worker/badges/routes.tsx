import { Hono } from 'hono'

import { BadgePage } from '../../web/pages/badges/badge-page.tsx'
import type { AreaId, CellId } from '../courses/catalogue.ts'
import { findCourse } from '../courses/find.ts'
import { dayInWords } from '../day.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { Refusal } from '../refusal.ts'
import { findAward } from './store.ts'

export const badges = new Hono<App>()

badges.get('/:l{(?:sv|en)}/badges/:award', async (c) => {
  const { visit } = c.var
  const { locale, catalogue } = visit
  const award = /^[0-9a-f]{32}$/.test(c.req.param('award'))
    ? await findAward(visit.db, c.req.param('award'))
    : undefined
  if (!award) throw new Refusal('not-found', 'no such badge')

  const course = findCourse(catalogue, award.course)
  return c.html(
    <BadgePage
      frame={frameOf(c)}
      badge={{ name: course.badge.name[locale], ...placeOf(course.badge.cell) }}
      claims={catalogue.framework.outcomes
        .filter(({ id }) => course.outcomes.includes(id))
        .map((outcome) => sentence(outcome[locale]))}
      course={{
        id: course.id,
        title: course.title[locale],
        lessons: course.lessons.length,
        version: award.courseVersion,
        pool: course.pool,
        competences: course.outcomes,
      }}
      day={dayInWords(award.day, locale)}
    />,
  )

  function placeOf(cell: CellId) {
    const { areas, levels } = catalogue.framework
    const area = areas.find(({ id }) => id === (cell.slice(0, 3) as AreaId))
    const level = levels.find(({ id }) => id === Number(cell.slice(4)))
    return {
      cell,
      area: area?.name[locale] ?? cell,
      level: Number(cell.slice(4)),
      levelName: level?.name[locale] ?? '',
    }
  }
})

function sentence(outcome: string): string {
  return `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}.`
}
