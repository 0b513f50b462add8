import { Hono } from 'hono'

import { PathPage } from '../../web/pages/courses/path-page.tsx'
import { frameOf } from '../http/frame-of.ts'
import { keptBriefly } from '../http/kept-briefly.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { Refusal } from '../refusal.ts'
import { starterView, stepViews } from './path-views.ts'
import { readOwn } from './read-own.ts'

/** The ways through the courses. */
export const paths = new Hono<App>()

paths.get('/:l{(?:sv|en)}/paths/starter', keptBriefly, async (c) => {
  const { catalogue, locale } = c.var.visit
  const view = starterView(catalogue, locale)
  if (!view) throw new Refusal('not-found', 'no first meetings')
  const { StarterPage } = await import('../../web/pages/courses/starter-page.tsx')
  return showPage(c, <StarterPage frame={frameOf(c, 'courses')} {...view} />)
})

paths.get('/:l{(?:sv|en)}/paths/:path', keptBriefly, async (c) => {
  const { visit } = c.var
  const { catalogue, locale } = visit
  const path = catalogue.paths.paths.find(({ id }) => id === c.req.param('path'))
  if (!path) throw new Refusal('not-found', 'no such path')

  const { overview } = await readOwn(visit)
  return showPage(
    c,
    <PathPage
      frame={frameOf(c, 'courses')}
      name={path.name[locale]}
      description={path.description[locale]}
      steps={stepViews(path, catalogue, overview, visit)}
    />,
  )
})
