import { drop, leaf, ring, seed } from './modules.ts'
import { INK } from './paint.ts'

/** The two modules of the certificate's border, 64 units square around 0,0: as in assets/pictures/kurbits-border.svg. */
export const borderFlower = ring(4, 45, drop(26, INK.falu)) + seed(0, 0, 6, INK.birch)
export const borderLeaves = ring(2, 90, leaf(22, INK.forest)) + ring(2, 0, leaf(16, INK.copper))

const COLUMNS = 19
const ROWS = 27

/** Flower and leaves in turn around a sheet of A4, in millimetres; odd numbers put a flower in every corner. */
export function borderPlaces(): { x: number; y: number; leaves: boolean }[] {
  const places = Array.from({ length: COLUMNS * ROWS }, (_, i) => [i % COLUMNS, Math.floor(i / COLUMNS)] as const)
  return places
    .filter(([x, y]) => x === 0 || x === COLUMNS - 1 || y === 0 || y === ROWS - 1)
    .map(([x, y]) => ({
      x: 13 + (x * 184) / (COLUMNS - 1),
      y: 13 + (y * 271) / (ROWS - 1),
      leaves: (x + y) % 2 === 1,
    }))
}
/** Millimetres to one unit of a module. */
export const borderScale = 0.155
