import type { AreaId, Catalogue, CellId, LearningPath } from '../../../formats/catalogue/catalogue.ts'
import { badgePicture } from './badge-svg.ts'
import { demoBand } from './demo-band.ts'
import { paints } from './paint.ts'
import { pathPicture } from './path-picture.ts'

type Known = Pick<Catalogue, 'courses' | 'paths'>

const cells = (Object.keys(paints) as AreaId[]).flatMap((area) =>
  [1, 2, 3].map((level) => `${area}-${level}` as CellId),
)
const DEMO = 'demo-'
const PATH = 'path-'

/** Every name that has a picture: a cell, or `path-` and a path's id; and each again after `demo-`. */
export function pictureNames({ paths }: Pick<Catalogue, 'paths'>): string[] {
  const names = [...cells, ...paths.paths.map(({ id }) => PATH + id)]
  return [...names, ...names.map((name) => DEMO + name)]
}

/** The areas of a path's courses, as far as the courses exist; of each course where one of several is enough. */
export function areasOfPath(path: LearningPath, { courses }: Pick<Catalogue, 'courses'>): AreaId[] {
  const areas = path.steps.flat().flatMap((id) => courses.find((course) => course.id === id)?.badge.cell ?? [])
  return [...new Set(areas.map((cell) => cell.slice(0, 3) as AreaId))]
}

/**
 * A badge's picture as a file of its own, 512 units square. The title is the badge's name in the reader's language;
 * without it the picture says nothing to a screen reader. undefined for a name that has no picture.
 */
export function badgePictureSvg(name: string, known: Known, title?: string): string | undefined {
  const picture = pictureNamed(name, known)
  if (picture === undefined) return undefined

  const label = title ? ` role="img"><title>${escaped(title)}</title>` : ' aria-hidden="true">'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512"${label}${picture}</svg>`
}

function pictureNamed(name: string, known: Known): string | undefined {
  const demo = name.startsWith(DEMO)
  const plain = demo ? name.slice(DEMO.length) : name
  const path = known.paths.paths.find(({ id }) => plain === PATH + id)
  if (path) return pathPicture(areasOfPath(path, known)) + (demo ? demoBand(416) : '')
  if (!cells.includes(plain as CellId)) return undefined
  return badgePicture(plain as CellId) + (demo ? demoBand(352) : '')
}

const characters: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** XML allows neither control characters nor half a character. */
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const allowed = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
  return allowed.replaceAll(/[&<>"]/g, (char) => characters[char]!)
}
