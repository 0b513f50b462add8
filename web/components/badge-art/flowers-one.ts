import type { Level } from '../../../formats/catalogue/catalogue.ts'
import { arcOf, at, drop, half, leaf, mirror, path, ring, seed } from './modules.ts'
import type { Paint } from './paint.ts'

/** Rosen: an open rose, looked straight into. 4 petals, 8, then 8 with a garland. */
export function rose(k: Paint, level: Level): string {
  const big = level === 1 ? 148 : level === 2 ? 128 : 112
  const out =
    level > 1
      ? ring(4, 0, leaf(level === 2 ? 124 : 116, k.d) + `<g transform="translate(0 -44)">${leaf(64, k.b)}</g>`)
      : ''
  const garland =
    level > 2
      ? arcOf(7, 45, seed(0, -184, 20, k.a) + seed(0, -184, 8, k.b)) + arcOf(6, 45, seed(0, -178, 12, k.leaf))
      : ''
  return at(
    256,
    214,
    garland +
      out +
      ring(4, 45, drop(big, k.a) + `<g transform="translate(0 -38)">${drop(big * 0.5, k.b)}</g>`) +
      seed(0, 0, 38, k.c) +
      seed(0, 0, 16, k.b),
  )
}

/** Snurran: a pinwheel at work. Half discs that chase each other. */
export function pinwheel(k: Paint, level: Level): string {
  const r = level === 1 ? 84 : level === 2 ? 82 : 72
  const blades = ring(4, 0, half(r, k.a) + `<g transform="translate(0 ${-r * 0.42})">${half(r * 0.58, k.b)}</g>`)
  const back = level > 1 ? ring(4, 45, half(r * 1.02, k.d)) : ''
  const rim =
    level > 2
      ? arcOf(7, 45, `<g transform="translate(0 -160)">${half(22, k.c)}</g>`) + arcOf(6, 45, seed(0, -186, 11, k.a))
      : ''
  return at(256, 214, rim + back + blades + seed(0, 0, 30, k.c) + seed(0, 0, 12, k.a))
}

/** Tulpanen: a cup inside a cup inside a cup; you look into what holds. */
export function tulip(k: Paint, level: Level): string {
  const cup = (fill: string) => path('M-128-96a64 64 0 0 0 128 0a64 64 0 0 0 128 0V0A128 128 0 0 1-128 0Z', fill)
  const nest = (s: number, y: number, fill: string) => `<g transform="translate(256 ${y}) scale(${s})">${cup(fill)}</g>`
  const tulip = nest(1, 216, k.a) + nest(0.64, 240, k.b) + nest(0.3, 262, k.ground)
  const wings =
    level > 1
      ? mirror(path('M112 136V216A144 144 0 0 0 196 346A136 136 0 0 1 60 210V188A52 52 0 0 1 112 136Z', k.d))
      : ''
  const tips = level > 1 ? at(256, 108, drop(60, k.d)) : ''
  const crown =
    level > 2
      ? at(256, 84, drop(22, k.c)) +
        mirror(
          at(192, 148, drop(44, k.b)) +
            at(196, 84, seed(0, 0, 11, k.d)) +
            at(128, 108, drop(52, k.d), -14) +
            at(84, 128, drop(46, k.b), -40) +
            at(56, 168, drop(34, k.a), -62) +
            seed(40, 246, 13, k.b) +
            seed(64, 310, 10, k.d),
        )
      : ''
  const group = wings + crown + tips + tulip
  return level === 1 ? `<g transform="translate(256 212) scale(1.14) translate(-256 -226)">${group}</g>` : group
}
