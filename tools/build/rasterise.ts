import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { initWasm, Resvg } from '@resvg/resvg-wasm'

import { palettePng } from './palette-png.ts'

const cache = join(import.meta.dirname, '../../node_modules/.cache/navet/pictures')
const SIZE = 512
/** Goes up with every change in how a picture becomes a PNG. */
const MADE_BY = 'resvg 2.6.2, palette 1'

let ready: Promise<void> | undefined

/** A drawing as a PNG of 512 × 512 pixels, kept under a name made of its content: the same drawing is made once. */
export async function rasterise(svg: string): Promise<Uint8Array> {
  const file = join(cache, `${createHash('sha256').update(`${MADE_BY}\n${svg}`).digest('hex')}.png`)
  const known = await readFile(file).catch(() => undefined)
  if (known) return known

  ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) =>
    initWasm(wasm),
  )
  await ready
  const png = await draw(svg)
  await keep(file, png)
  return png
}

async function draw(svg: string): Promise<Uint8Array> {
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: SIZE } })
  const picture = drawing.render()
  const pixels = picture.pixels.slice()
  picture.free()
  drawing.free()
  return palettePng(pixels, SIZE, SIZE)
}

/**
 * Under another name first: a build that is stopped leaves no half picture. A name of its own, since two pictures may
 * be the same drawing.
 */
async function keep(file: string, png: Uint8Array): Promise<void> {
  const written = `${file}.${randomUUID()}`
  await mkdir(cache, { recursive: true })
  await writeFile(written, png)
  await rename(written, file)
}
