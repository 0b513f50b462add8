import { randomUUID } from 'node:crypto'
import { inflateSync } from 'node:zlib'

import { badgePicturePng } from 'virtual:badge-pictures'
import { expect, test } from 'vitest'

import { palettePng } from '../../../tools/build/palette-png.ts'
import { rasterise } from '../../../tools/build/rasterise.ts'
import { readChunks } from '../../../formats/png/png-chunks.ts'
import { bakePng, readPng } from '../../../formats/png/png.ts'

test('a badge, a path and their demos are pictures of 512 × 512, small enough to be handed around', async () => {
  for (const name of ['CHK-2', 'path-employee', 'demo-CHK-2', 'demo-path-employee']) {
    const png = (await badgePicturePng(name))!
    expect(widthAndHeight(png), name).toEqual([512, 512])
    expect(png.length, name).toBeLessThan(30_000)
    expect(readPng(bakePng(png, '{"a":1}'))).toEqual({ credential: '{"a":1}' })
  }
})

test('a name without a picture gives none', async () => {
  for (const name of ['CHK-4', 'path-no-such', 'constructor', '__proto__'])
    expect(await badgePicturePng(name)).toBeUndefined()
})

test('whoever changes the bytes of a picture changes no other copy', async () => {
  const png = (await badgePicturePng('CHK-2'))!
  png.fill(0)
  expect(widthAndHeight((await badgePicturePng('CHK-2'))!)).toEqual([512, 512])
})

test('a picture of few colours keeps every pixel, and one of many takes the nearest', async () => {
  const few = Array.from({ length: 16 * 16 }, (_, i) => [(i % 16) * 2, Math.floor(i / 64), 7, 255])
  expect(await pixelsOf(few)).toEqual(few.map((pixel) => pixel.slice(0, 3)))
  const many = Array.from({ length: 16 * 16 }, (_, i) => [i, i, i, 255])
  expect((await pixelsOf(many)).map(([red]) => red)).toEqual(many.map(([red]) => Math.min(red!, 63)))
})

/** A picture of 16 × 16 through the encoder and back, as red, green and blue. */
async function pixelsOf(pixels: number[][]): Promise<number[][]> {
  const read = readChunks(await palettePng(Uint8Array.from(pixels.flat()), 16, 16))
  if ('fault' in read) throw new Error(read.fault)
  const data = (type: string) => read.chunks.find((chunk) => chunk.type === type)!.data
  const rows = inflateSync(data('IDAT'))
  return pixels.map((_, i) => {
    const index = rows[Math.floor(i / 16) * 17 + 1 + (i % 16)]!
    return [...data('PLTE').subarray(index * 3, index * 3 + 3)]
  })
}

function widthAndHeight(png: Uint8Array): number[] {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

test('one drawing that two pictures share is made for both at once', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><!-- ${randomUUID()} --><path d="M0 0h4v4H0z"/></svg>`
  const [one, other] = await Promise.all([rasterise(svg), rasterise(svg)])
  expect(one).toEqual(other)
})
