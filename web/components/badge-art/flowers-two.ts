import type { Level } from '../../../formats/catalogue/catalogue.ts'
import { arch, at, drop, leaf, mirror, n, path, seed } from './modules.ts'
import type { Paint } from './paint.ts'

/** Kotten: a cone of shields, each covering the joint of the next. */
export function cone(k: Paint, level: Level): string {
  const rows = [
    [1, 2, 1],
    [1, 2, 3, 2],
    [1, 2, 3, 4, 3],
  ][level - 1]!
  const w = [112, 98, 86][level - 1]!
  const step = w * 0.62
  const top = 222 - ((rows.length - 1) * step + w) / 2 + w / 4
  let out = ''
  for (let r = rows.length - 1; r >= 0; r--) {
    for (let i = 0; i < rows[r]!; i++) {
      const x = 256 + (i - (rows[r]! - 1) / 2) * w
      const fill = r % 2 ? k.d : k.a
      const cap = r === 0 ? [`A${n(w / 2)} ${n(w / 2)} 0 0 1`, `A${n(w / 2 - 4)} ${n(w / 2 - 4)} 0 0 1`] : ['H', 'H']
      const lid = (j: number, x2: number) => (r === 0 ? `${cap[j]} ${n(x2)} 0` : `H${n(x2)}`)
      out +=
        `<g transform="translate(${n(x)} ${n(top + r * step)})">` +
        path(`M${-w / 2} 0${lid(0, w / 2)}V${n(w * 0.5)}A${w / 2} ${w / 2} 0 0 1 ${-w / 2} ${n(w * 0.5)}Z`, k.ground) +
        path(
          `M${n(-w / 2 + 4)} 0${lid(1, w / 2 - 4)}V${n(w * 0.5)}A${n(w / 2 - 4)} ${n(w / 2 - 4)} 0 0 1 ${n(-w / 2 + 4)} ${n(w * 0.5)}Z`,
          fill,
        ) +
        path(
          `M${n(-w * 0.24)} ${n(w * 0.38)}H${n(w * 0.24)}V${n(w * 0.52)}A${n(w * 0.24)} ${n(w * 0.24)} 0 0 1 ${n(-w * 0.24)} ${n(w * 0.52)}Z`,
          r % 2 ? k.c : k.b,
        ) +
        '</g>'
    }
  }
  const tip =
    at(256, top - w / 2 + 8, leaf(level === 1 ? 44 : 34, k.leaf)) +
    (level > 1 ? mirror(at(252, top - w / 2 + 10, leaf(28, k.leaf), -56)) : '')
  const guard =
    level > 2
      ? mirror(
          at(128, 356, leaf(84, k.leaf), -38) +
            at(70, 236, drop(44, k.a), -24) +
            seed(58, 300, 13, k.c) +
            seed(112, 150, 13, k.c) +
            at(150, 112, drop(38, k.b), -34),
        )
      : ''
  return guard + tip + out
}

/** Linnean: twin bells on one stem, in balance. */
export function twinflower(k: Paint, level: Level): string {
  const bell = (x: number, y: number, s: number, fill: string, inner: string) =>
    `<g transform="translate(${x} ${y}) scale(${s})">` +
    seed(0, 88, 14, k.d) +
    path('M-60 72V52A60 60 0 0 1 60 52V72A20 20 0 0 1 20 72A20 20 0 0 1-20 72A20 20 0 0 1-60 72Z', fill) +
    path('M-30 60V52A30 30 0 0 1 30 52V60Z', inner) +
    path('M-34 2A34 34 0 0 1 34 2Z', k.leaf) +
    '</g>'
  const arc = (y: number, r: number, w: number) =>
    `<path fill="none" stroke="${k.leaf}" stroke-width="${w}" d="M${256 - r} ${y}A${r} ${r} 0 0 1 ${256 + r} ${y}"/>`
  if (level === 1) return arc(196, 92, 18) + mirror(bell(164, 196, 1.32, k.a, k.c))
  const tiers = arc(150, 66, 16) + arc(212, 150, 16)
  const bells = mirror(bell(190, 150, 1, k.a, k.c) + bell(106, 214, 1.12, k.a, k.c))
  if (level === 2) return tiers + bells + at(256, 92, drop(60, k.d))
  return (
    tiers +
    bells +
    at(256, 94, drop(64, k.d) + `<g transform="translate(0 -20)">${drop(30, k.c)}</g>`) +
    mirror(
      at(196, 100, leaf(52, k.b), -38) +
        at(126, 118, drop(46, k.d), -42) +
        seed(64, 150, 14, k.a) +
        seed(44, 204, 10, k.b) +
        bell(206, 284, 0.62, k.b, k.c),
    )
  )
}

/** Solfjädern: a fan that opens further for every level. */
export function fan(k: Paint, level: Level): string {
  const turns = [
    [-50, 50, 0],
    [-76, 76, -38, 38, 0],
    [-84, 84, -56, 56, -28, 28, 0],
  ][level - 1]!
  const w = [116, 80, 62][level - 1]!
  const l = [236, 222, 206][level - 1]!
  const rays = turns
    .map(
      (t) =>
        `<g transform="rotate(${t})">${arch(w, l, k.a)}<g transform="translate(0 -84)">${arch(w * 0.54, l - 84 - w * 0.23, k.b)}</g>${seed(0, -(l - w / 2), n(w * 0.14), k.c)}</g>`,
    )
    .join('')
  const gems =
    level > 1
      ? turns
          .filter((t) => level > 2 || t)
          .map(
            (t) => `<g transform="rotate(${t})">${seed(0, -l - (level > 2 ? 20 : 18), level > 2 ? 11 : 12, k.d)}</g>`,
          )
          .join('')
      : ''
  const hem =
    level > 2
      ? turns
          .slice(0, 6)
          .map((_, i) => `<g transform="rotate(${-70 + i * 28})">${seed(0, -l - 6, 7, k.b)}</g>`)
          .join('')
      : ''
  return at(256, 316, gems + hem + rays + seed(0, 0, 66, k.c) + seed(0, 0, 40, k.b) + seed(0, 0, 20, k.a))
}
