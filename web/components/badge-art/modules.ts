// Six modules on an 8 × 8 grid (one unit is 64): kvart, löv, droppe, halva, båge, frö.
/** Two decimals at most. */
export const n = (v: number): number => +v.toFixed(2)
export const path = (d: string, fill: string): string => `<path fill="${fill}" d="${d}"/>`
export const seed = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${r}" fill="${fill}"/>`
export const at = (x: number, y: number, body: string, turn = 0): string =>
  `<g transform="translate(${n(x)} ${n(y)})${turn ? ` rotate(${n(turn)})` : ''}">${body}</g>`
export const mirror = (body: string): string => `${body}<g transform="matrix(-1 0 0 1 512 0)">${body}</g>`
export const ring = (count: number, from: number, body: string): string =>
  Array.from({ length: count }, (_, i) => `<g transform="rotate(${n(from + (i * 360) / count)})">${body}</g>`).join('')

export const arcOf = (count: number, step: number, body: string): string =>
  Array.from({ length: count }, (_, i) => `<g transform="rotate(${n((i - (count - 1) / 2) * step)})">${body}</g>`).join(
    '',
  )

// Modules, drawn from their joint at 0,0 and growing upwards.
export const drop = (s: number, fill: string): string => {
  const r = s / 2
  return `<g transform="rotate(-135)">${path(`M0 0H${n(r)}A${n(r)} ${n(r)} 0 1 1 0 ${n(r)}Z`, fill)}</g>`
}
export const leaf = (s: number, fill: string): string =>
  `<g transform="rotate(-135)">${path(`M0 0A${s} ${s} 0 0 1 ${s} ${s}A${s} ${s} 0 0 1 0 0`, fill)}</g>`
export const half = (r: number, fill: string): string => path(`M0 0A${r} ${r} 0 0 1 0 ${-2 * r}Z`, fill)
export const arch = (w: number, l: number, fill: string): string =>
  path(`M${-w / 2} 0V${-(l - w / 2)}A${w / 2} ${w / 2} 0 0 1 ${w / 2} ${-(l - w / 2)}V0Z`, fill)
export const quarter = (s: number, fill: string): string => path(`M0 0V${-s}A${s} ${s} 0 0 1 ${s} 0Z`, fill)
