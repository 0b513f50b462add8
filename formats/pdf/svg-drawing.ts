import { readXml, type XmlAttribute } from '../xml/xml.ts'
import { n, pathOperators } from './svg-path.ts'

interface Ink {
  fill: string
  stroke: string
  width: string
  evenOdd: boolean
}
/** How far four curves of a circle reach, as a part of its radius. */
const ROUND = 0.5523

/**
 * The pictures of web/components/badge-art as PDF operators, in the picture's own units. Reads what they are made of:
 * groups, paths and circles with flat colours. Throws for anything else, so that no picture loses a part unseen.
 */
export function drawSvg(svg: string): string {
  const out: string[] = []
  const inks: Ink[] = [{ fill: '#000000', stroke: 'none', width: '1', evenOdd: false }]
  let words = false
  for (const event of readXml(svg)) {
    if (event.kind === 'close') {
      inks.pop()
      if (event.local === 'g') out.push('Q')
      words = false
    }
    if (event.kind === 'text' && event.text.trim() && !words) throw new Error('a picture with text cannot be drawn')
    if (event.kind !== 'open') continue

    const given = valuesOf(event.attributes)
    const ink = inkOf(given, inks.at(-1)!)
    inks.push(ink)
    if (event.local === 'g') out.push(`q ${(given.transform ?? '').replaceAll(/(\w+)\(([^)]*)\)\s*/g, transformed)}`)
    else if (event.local === 'path') out.push(painted(pathOperators(given.d ?? ''), ink))
    else if (event.local === 'circle') out.push(painted(circle(given), ink))
    else if (event.local === 'title') words = true
    else if (event.local !== 'svg') throw new Error(`a picture with <${event.local}> cannot be drawn`)
  }
  return out.join('\n')
}

/** The colour `#8f2018` as PDF numbers. */
export function rgb(colour: string): string {
  if (!/^#[\da-f]{6}$/i.test(colour)) throw new Error(`the colour ${colour} cannot be drawn`)
  return [1, 3, 5].map((at) => n(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ')
}

function valuesOf(attributes: XmlAttribute[]): Record<string, string> {
  return Object.fromEntries(attributes.map(({ name, value }) => [name, value]))
}

function inkOf(given: Record<string, string>, outer: Ink): Ink {
  return {
    fill: given.fill ?? outer.fill,
    stroke: given.stroke ?? outer.stroke,
    width: given['stroke-width'] ?? outer.width,
    evenOdd: given['fill-rule'] ? given['fill-rule'] === 'evenodd' : outer.evenOdd,
  }
}

function painted(shape: string, { fill, stroke, width, evenOdd }: Ink): string {
  if (stroke !== 'none') return `${rgb(stroke)} RG ${n(Number(width))} w ${shape} S`
  return `${rgb(fill)} rg ${shape} ${evenOdd ? 'f*' : 'f'}`
}

function circle({ cx = '0', cy = '0', r = '0' }: Record<string, string>): string {
  const [x, y, radius] = [Number(cx), Number(cy), Number(r)] as const
  const k = radius * ROUND
  const curve = (...points: number[]) => `${points.map(n).join(' ')} c`
  return [
    `${n(x + radius)} ${n(y)} m`,
    curve(x + radius, y + k, x + k, y + radius, x, y + radius),
    curve(x - k, y + radius, x - radius, y + k, x - radius, y),
    curve(x - radius, y - k, x - k, y - radius, x, y - radius),
    curve(x + k, y - radius, x + radius, y - k, x + radius, y),
    'h',
  ].join(' ')
}

function transformed(_: string, name: string, numbers: string): string {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const turn = (a * Math.PI) / 180
  if (name === 'translate') return `1 0 0 1 ${n(a)} ${n(b)} cm `
  if (name === 'scale') return `${n(a)} 0 0 ${n(numbers.trim().includes(' ') ? b : a)} 0 0 cm `
  if (name === 'rotate') {
    return `${n(Math.cos(turn))} ${n(Math.sin(turn))} ${n(-Math.sin(turn))} ${n(Math.cos(turn))} 0 0 cm `
  }
  if (name === 'matrix') return `${[a, b, c, d, e, f].map(n).join(' ')} cm `
  throw new Error(`the transform ${name} cannot be drawn`)
}
