import type { AreaId, CellId, Level } from '../../../formats/catalogue/catalogue.ts'
import { pinwheel, rose, tulip } from './flowers-one.ts'
import { cone, fan, twinflower } from './flowers-two.ts'
import { at, leaf, mirror, quarter, seed } from './modules.ts'
import { type Paint, paints } from './paint.ts'

export const flowers = { UND: rose, USE: pinwheel, CHK: tulip, PRO: cone, RES: twinflower, DEV: fan }

/**
 * The inside of a badge's picture, 512 units square: no text, the same in both languages, no font needed.
 * One flower and ground per area; the level adds petals and seeds, never replaces them. Source: design/badge.js.
 */
export function badgePicture(cell: CellId): string {
  const area = cell.slice(0, 3) as AreaId
  const level = Number(cell.slice(4)) as Level
  const k = paints[area]
  const base = `<path fill="${k.ground}" d="M0 0h512v512H0z"/>`
  const earth = `<path fill="${k.leaf}" d="M0 448h512v8H0z"/>`
  const count = [0, 1, 2].map((i) => seed(212 + i * 44, 484, 13, i < level ? k.a : k.off)).join('')
  return `${base}${stem(area, k, level)}${earth}${flowers[area](k, level)}${count}`
}

const STEM_TOP = { UND: 250, USE: 350, CHK: 330, PRO: 330, RES: 100, DEV: 330 }

function stem(area: AreaId, k: Paint, level: Level): string {
  const bar = `<path fill="${k.leaf}" d="M248 ${STEM_TOP[area]}h16V448h-16z"/>`
  const low = mirror(at(256, 444, leaf(level === 1 ? 88 : 96, k.leaf), -66))
  const high = level > 1 && area !== 'RES' ? mirror(at(256, 446, leaf(58, k.leaf), -32)) : ''
  const curl =
    level > 2
      ? mirror(at(64, 448, quarter(48, k.leaf), -90) + at(64, 448, quarter(24, k.d), -90) + seed(92, 434, 10, k.d))
      : ''
  return bar + low + high + curl
}
