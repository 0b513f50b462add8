import { createCipheriv, createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'

import { partsOf } from '../../../worker/courses/course-parts.ts'
import type { Compilation } from './compile.ts'

/**
 * So many bytes of parts go into the worker's script, as JSON; about a third of that once packed. Cloudflare takes a script
 * of 3 MiB packed, and ours has 0.4 without a course.
 */
export const mostScriptBytes = 4 * 2 ** 20

export interface SealedPart {
  name: string
  /** Under which it lies among the assets, and what opens it. */
  file: string
  key: string
  bytes: Buffer
}

export function isForScript({ courses }: Compilation, most = mostScriptBytes): boolean {
  let bytes = 0
  for (const [, part] of courses.flatMap(partsOf)) {
    bytes += JSON.stringify(part).length
    if (bytes > most) return false
  }
  return true
}

/**
 * Every part of every course as a file that may lie where anybody could fetch it: packed, then encrypted under a key made
 * of what it holds (AES-256-GCM), which the worker alone has. A part that did not change is the same file in every build. A
 * fixed nonce is right here, since no key ever seals two contents.
 */
export function sealParts(compilation: Compilation): SealedPart[] {
  const known = sealed.get(compilation)
  const parts = known ?? seal(compilation)
  sealed.set(compilation, parts)
  return parts
}

/** A build asks twice: for the list of keys, and for the files. */
const sealed = new WeakMap<Compilation, SealedPart[]>()

function seal({ courses }: Compilation): SealedPart[] {
  return courses.flatMap(partsOf).map(([name, part]) => {
    const text = JSON.stringify(part)
    const key = createHash('sha256').update(text).digest()
    const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12))
    const packed = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final(), cipher.getAuthTag()])
    const file = createHash('sha256').update(key).digest('hex').slice(0, 40)
    return { name, file, key: key.toString('base64url'), bytes: packed }
  })
}
