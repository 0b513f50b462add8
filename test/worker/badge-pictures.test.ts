import { badgePicturePng } from 'virtual:badge-pictures'
import { expect, test } from 'vitest'

import { bakePng, readPng } from '../../formats/png/png.ts'

test('the worker has the picture of a badge as PNG and bakes a credential into it', async () => {
  const png = (await badgePicturePng('demo-CHK-2'))!
  expect(readPng(bakePng(png, '{"name":"Märket"}'))).toEqual({ credential: '{"name":"Märket"}' })
  expect(await badgePicturePng('no-such')).toBeUndefined()
})
