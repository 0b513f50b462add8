import { createDecipheriv } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { readCourses } from '../../../tools/authoring/files/read-courses.ts'
import { isForScript, sealParts } from '../../../tools/authoring/compile/seal-parts.ts'
import { partsOf } from '../../../worker/courses/course-parts.ts'

const compilation = compileCourses(await readCourses('test/fixtures/courses', ''))
const sealed = sealParts(compilation)

function opened({ key, bytes }: { key: string; bytes: Buffer }): unknown {
  const cipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), Buffer.alloc(12))
  cipher.setAuthTag(bytes.subarray(-16))
  return JSON.parse(inflateRawSync(Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()])).toString())
}

test('every part of every course is sealed, and opens with its own key alone', () => {
  const parts = compilation.courses.flatMap(partsOf)
  expect(sealed.map((part) => [part.name, opened(part)])).toEqual(parts)
  expect(() => opened({ key: sealed[0]!.key, bytes: sealed[1]!.bytes })).toThrow()
  const spoilt = Buffer.from(sealed[0]!.bytes)
  spoilt[5]! ^= 1
  expect(() => opened({ key: sealed[0]!.key, bytes: spoilt })).toThrow()
})

test('neither name nor content of a file tells what is in it', () => {
  for (const { file, key, bytes } of sealed) {
    expect(file).toMatch(/^[0-9a-f]{40}$/)
    expect(bytes.toString('latin1')).not.toMatch(/feedback|version|<p>/)
    expect(bytes.includes(Buffer.from(key, 'base64url'))).toBe(false)
  }
})

test('what did not change is the same file in the next build', () => {
  expect(sealParts({ ...compilation })).toEqual(sealed)
})

test('a catalogue goes into the script until it is too large for that', () => {
  expect(isForScript(compilation)).toBe(true)
  expect(isForScript(compilation, 1000)).toBe(false)
})
