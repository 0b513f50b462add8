interface Pen {
  x: number
  y: number
  /** Where the shape began. */
  startX: number
  startY: number
  out: string[]
}
type Arc = { r: number; large: boolean; sweep: boolean; x: number; y: number }

/** How many numbers each command of a path takes. */
const takes: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, A: 7, Z: 0 }

/** At most four decimals, never as 1e-7, which PDF cannot read. */
export function n(value: number): string {
  return String(Math.round(value * 10_000) / 10_000 || 0)
}

/**
 * An SVG path's `d` as PDF operators: lines and circular arcs, absolute or relative. Throws for other commands.
 * Source: SVG 2, 9.3; the arc's middle as in SVG 2, B.2.4.
 */
export function pathOperators(d: string): string {
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, out: [] }
  const words = d.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi) ?? []
  let command = ''
  for (let i = 0; i < words.length;) {
    if (/[a-z]/i.test(words[i]!)) command = words[i++]!
    const count = takes[command.toUpperCase()]
    if (count === undefined) throw new Error(`the path command ${command} cannot be drawn`)
    draw(pen, command, words.slice(i, i + count).map(Number))
    i += count
    // Further pairs after a beginning are lines.
    if (command === 'M') command = 'L'
    if (command === 'm') command = 'l'
  }
  return pen.out.join(' ')
}

function draw(pen: Pen, command: string, v: number[]): void {
  const relative = command === command.toLowerCase()
  const x = (value: number) => value + (relative ? pen.x : 0)
  const y = (value: number) => value + (relative ? pen.y : 0)
  switch (command.toUpperCase()) {
    case 'M':
      Object.assign(pen, { startX: x(v[0]!), startY: y(v[1]!) })
      return to(pen, x(v[0]!), y(v[1]!), 'm')
    case 'L':
      return to(pen, x(v[0]!), y(v[1]!), 'l')
    case 'H':
      return to(pen, x(v[0]!), pen.y, 'l')
    case 'V':
      return to(pen, pen.x, y(v[0]!), 'l')
    case 'A':
      if (v[0] !== v[1]) throw new Error('an elliptic arc cannot be drawn')
      return arc(pen, { r: v[0]!, large: v[3] === 1, sweep: v[4] === 1, x: x(v[5]!), y: y(v[6]!) })
    default:
      pen.out.push('h')
      Object.assign(pen, { x: pen.startX, y: pen.startY })
  }
}

function to(pen: Pen, x: number, y: number, operator: string): void {
  pen.out.push(`${n(x)} ${n(y)} ${operator}`)
  Object.assign(pen, { x, y })
}

function arc(pen: Pen, { r, large, sweep, x, y }: Arc): void {
  const halfX = (pen.x - x) / 2
  const halfY = (pen.y - y) / 2
  const apart = halfX ** 2 + halfY ** 2
  if (apart === 0) return
  const radius = Math.max(r, Math.sqrt(apart))
  const side = Math.sqrt(Math.max(0, radius ** 2 - apart) / apart) * (large === sweep ? -1 : 1)
  const middleX = side * halfY + (pen.x + x) / 2
  const middleY = -side * halfX + (pen.y + y) / 2
  const from = Math.atan2(pen.y - middleY, pen.x - middleX)
  const turn = turned(Math.atan2(y - middleY, x - middleX) - from, sweep)
  const pieces = Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9)
  const reach = (4 / 3) * Math.tan(turn / pieces / 4) * radius
  for (let i = 0; i < pieces; i++) {
    const [a, b] = [from + (turn * i) / pieces, from + (turn * (i + 1)) / pieces]
    const [endX, endY] = [middleX + radius * Math.cos(b), middleY + radius * Math.sin(b)]
    const points = [
      middleX + radius * Math.cos(a) - reach * Math.sin(a),
      middleY + radius * Math.sin(a) + reach * Math.cos(a),
      endX + reach * Math.sin(b),
      endY - reach * Math.cos(b),
      endX,
      endY,
    ]
    pen.out.push(`${points.map(n).join(' ')} c`)
  }
  Object.assign(pen, { x, y })
}

/** The angle in the direction that the arc goes. */
function turned(angle: number, sweep: boolean): number {
  if (sweep) return angle <= 0 ? angle + 2 * Math.PI : angle
  return angle >= 0 ? angle - 2 * Math.PI : angle
}
