import type { PictureCell, ShelfBadge, ShelfProps } from '../../../web/pages/accounts/me-badges.tsx'
import { badgePictureSvg } from '../../../web/components/badge-art/named-picture.ts'
import { pathBadge, pathCourse } from '../../badges/achievements.ts'
import { heldAward, publishedAward } from '../../badges/held-award.ts'
import type { Catalogue, CellId, Locale } from '../../../formats/catalogue/catalogue.ts'
import { urls } from '../../../web/urls.ts'
import type { Overview } from '../store.ts'

type Shelf = Omit<ShelfProps, 'frame'>

/** The learner's badges, and what they cover of the framework: earned, near (a course is under way), or open. */
export function shelfOf(overview: Overview, catalogue: Catalogue, locale: Locale): Shelf {
  const { areas, levels } = catalogue.framework
  return {
    badges: overview.badges.flatMap((award) => shelfBadge(award, catalogue, locale)),
    levels: levels.map(({ id, name }) => ({ id, name: name[locale] })),
    areas: areas.map((area) => ({
      name: area.name[locale],
      cells: levels.map((level) => pictureCell(`${area.id}-${level.id}`, overview, catalogue, locale)),
    })),
  }
}

/** In today's words; a badge of a course that is gone keeps the words it was given with. */
function shelfBadge(award: Overview['badges'][number], catalogue: Catalogue, locale: Locale): ShelfBadge[] {
  const course = catalogue.courses.find(({ id }) => id === award.course)
  const path = catalogue.paths.paths.find(({ id }) => pathCourse({ id }) === award.course)
  const name = course ? course.badge.name : (path?.badge ?? award.given)
  const picture = course ? course.badge.cell : path ? pathBadge(path) : award.given.picture
  const svg = picture && badgePictureSvg(picture, catalogue)
  if (!svg) return []

  return [{ name: name[locale] ?? '', svg, ...heldAward(award, locale) }]
}

/** A cell without a published badge is still to come. */
function pictureCell(cell: CellId, overview: Overview, catalogue: Catalogue, locale: Locale): PictureCell {
  const courses = catalogue.courses.filter(({ badge }) => badge.cell === cell)
  const [course] = courses
  if (!course) return { cell, state: 'coming' }

  const held = courses.some(({ id }) => overview.badges.some((award) => award.course === id && publishedAward(award)))
  if (held) return { cell, state: 'earned' }
  const begun = courses.find(({ id }) => overview.starts.some((start) => start.course === id))
  const to = begun ?? course
  return { cell, state: begun ? 'near' : 'open', course: { title: to.title[locale], href: urls.course(locale, to.id) } }
}
