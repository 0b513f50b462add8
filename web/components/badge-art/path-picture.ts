import type { AreaId } from '../../../formats/catalogue/catalogue.ts'
import { flowers } from './badge-svg.ts'
import { at, drop, leaf, n, path, ring, seed } from './modules.ts'
import { INK, paints } from './paint.ts'

const inTheOrderOfLearning: AreaId[] = ['UND', 'USE', 'CHK', 'PRO', 'RES', 'DEV']
/** Where a flower's middle lies in its own badge. */
const MIDDLE: Record<AreaId, number> = { UND: 214, USE: 214, CHK: 216, PRO: 200, RES: 226, DEV: 226 }
/** How far a flower's middle is from the window's, and how large it is, by the number of fields. */
const PLACES = [
  { out: 0, scale: 0 },
  { out: 0, scale: 1.05 },
  { out: 112, scale: 0.52 },
  { out: 118, scale: 0.47 },
  { out: 122, scale: 0.44 },
  { out: 125, scale: 0.42 },
  { out: 127, scale: 0.4 },
]
/** Modules along each side of the border; an odd number puts a flower in every corner. */
const SIDE = 9
const MODULE = 512 / SIDE

/**
 * The inside of a path's picture, 512 units square: the certificate's border around a window with a field and a flower
 * for each area that the path's courses are about. No text, no font, as with a badge.
 */
export function pathPicture(areas: readonly AreaId[]): string {
  const shown = inTheOrderOfLearning.filter((area) => areas.includes(area))
  const fields = shown.map((area, i) => field(area, i, shown.length)).join('')
  const plants = shown.map((area, i) => plant(area, i, shown.length)).join('')
  return path('M0 0H512V512H0Z', INK.faluDeep) + fields + plants + (shown.length === 1 ? '' : heart()) + border()
}

/** One field of the window, from its middle outwards, a little under the next one; the border covers what is too much. */
function field(area: AreaId, i: number, count: number): string {
  const half = 180 / count
  const shape =
    count === 1
      ? 'M-256-256H256V256H-256Z'
      : `M0 0L${corner(-half)}L${corner(0)}L${corner(half + (i + 1 < count ? 1 : 0))}Z`
  return at(256, 256, path(shape, paints[area].ground), (i * 360) / count)
}

function plant(area: AreaId, i: number, count: number): string {
  const k = paints[area]
  const { out, scale } = PLACES[count]!
  const stem = count === 1 ? '' : path(`M-4-${out}h8V0h-8Z`, k.leaf)
  const flower = `<g transform="translate(0 -${out}) scale(${scale}) translate(-256 -${MIDDLE[area]})">${flowers[area](k, 1)}</g>`
  return at(256, 256, stem + flower, (i * 360) / count)
}

/** Far outside the window, so many degrees from upright. */
function corner(degrees: number): string {
  const angle = (degrees * Math.PI) / 180
  return `${n(Math.sin(angle) * 600)} ${n(-Math.cos(angle) * 600)}`
}

function heart(): string {
  return at(256, 256, seed(0, 0, 34, INK.charcoal) + ring(4, 45, drop(30, INK.birch)) + seed(0, 0, 7, INK.falu))
}

/** Flower and leaves in turn around the window. */
function border(): string {
  const flower = ring(4, 45, drop(23, INK.birch)) + seed(0, 0, 6, INK.copper)
  const leaves = ring(2, 90, leaf(20, INK.patina)) + ring(2, 0, leaf(14, INK.copperLight))
  const modules = Array.from({ length: SIDE * SIDE }, (_, i) => [i % SIDE, Math.floor(i / SIDE)] as const)
    .filter(([x, y]) => x === 0 || x === SIDE - 1 || y === 0 || y === SIDE - 1)
    .map(([x, y]) => {
      const along = x === 0 || x === SIDE - 1 ? 90 : 0
      return at((x + 0.5) * MODULE, (y + 0.5) * MODULE, (x + y) % 2 ? leaves : flower, along)
    })
  const [a, b] = [n(MODULE), n(512 - MODULE)]
  return (
    `<path fill="${INK.falu}" fill-rule="evenodd" d="M0 0H512V512H0ZM${a} ${a}H${b}V${b}H${a}Z"/>` +
    `<path fill="none" stroke="${INK.birch}" stroke-width="6" d="M${a} ${a}H${b}V${b}H${a}Z"/>` +
    modules.join('')
  )
}
