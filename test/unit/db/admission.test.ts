import { expect, test } from 'vitest'

import { Admission } from '../../../worker/db/admission.ts'

const long = 10_000

function admissionOf(most: number, mostWaiting = 100, leaseMs = long) {
  return new Admission({ most, mostWaiting, leaseMs })
}

test('who finds room goes in at once, and no more than told are in at a time', async () => {
  const admission = admissionOf(2)
  const places = [await admission.enter('read', long), await admission.enter('write', long)]
  expect(places.every((place) => place !== undefined)).toBe(true)
  expect(await admission.enter('write', 0)).toBeUndefined()
})

test('those who wait come first come first served, writing before reading', async () => {
  const admission = admissionOf(1)
  const inside = (await admission.enter('read', long))!
  const order: string[] = []
  const visits = (['read 1', 'read 2', 'write 1', 'write 2', 'read 3'] as const).map(async (name) => {
    const place = await admission.enter(name.startsWith('read') ? 'read' : 'write', long)
    order.push(name)
    admission.leave(place!)
  })
  admission.leave(inside)
  await Promise.all(visits)
  expect(order).toEqual(['write 1', 'write 2', 'read 1', 'read 2', 'read 3'])
})

test('nobody waits longer than told, and who gave up takes no place later', async () => {
  const admission = admissionOf(1)
  const inside = (await admission.enter('write', long))!
  expect(await admission.enter('write', 10)).toBeUndefined()
  const next = admission.enter('read', long)
  admission.leave(inside)
  expect(await next).toBeDefined()
})

test('the line is bounded: one more is told no at once', async () => {
  const admission = admissionOf(1, 2)
  const inside = (await admission.enter('write', long))!
  const waiting = [admission.enter('read', long), admission.enter('read', long)]
  expect(await admission.enter('read', long)).toBeUndefined()
  admission.leave(inside)
  admission.leave((await waiting[0])!)
  admission.leave((await waiting[1])!)
})

test('a place that was never given back is free again after its lease', async () => {
  const admission = admissionOf(1, 100, 20)
  await admission.enter('write', long)
  await expect.poll(() => admission.enter('write', 1)).toBeDefined()
})
