import { readChunks, writeChunk } from './png-chunks.ts'

export type PngFault =
  | 'not-a-png'
  | 'truncated'
  | 'damaged'
  | 'no-credential'
  | 'open-badges-2'
  | 'two-credentials'
  | 'compressed'
  | 'other-chunk'
  | 'not-text'

const KEYWORD = 'openbadgecredential'
const KEYWORD_OF_VERSION_2 = 'openbadges'

/**
 * Puts a credential (JSON or compact JWS) into a PNG, as one uncompressed iTXt chunk before the picture's data.
 * Throws when the PNG is none, or holds a badge already. Source: Open Badges 3.0, section 5.3.1 "PNG".
 */
export function bakePng(png: Uint8Array, credential: string): Uint8Array {
  const before = readPng(png)
  if (!('fault' in before) || before.fault !== 'no-credential') {
    throw new Error(`no credential can be baked into this PNG: ${'fault' in before ? before.fault : 'it has one'}`)
  }
  if (!credential.isWellFormed()) throw new Error('a credential with half a character cannot be written as UTF-8')

  const chunk = writeChunk('iTXt', new TextEncoder().encode(`${KEYWORD}\0\0\0\0\0${credential}`))
  const at = startOfData(png)
  const baked = new Uint8Array(png.length + chunk.length)
  baked.set(png.subarray(0, at))
  baked.set(chunk, at)
  baked.set(png.subarray(at), at + chunk.length)
  return baked
}

/** The text of the one credential in a PNG from anywhere, or why there is none. Never throws. */
export function readPng(png: Uint8Array): { credential: string } | { fault: PngFault } {
  const read = readChunks(png)
  if ('fault' in read) return read

  const texts = read.chunks.filter(({ type }) => type === 'iTXt').map(({ data }) => data)
  const [found, ...more] = texts.filter((data) => hasKeyword(data, KEYWORD))
  if (more.length > 0) return { fault: 'two-credentials' }
  if (found) return textOf(found)
  if (texts.some((data) => hasKeyword(data, KEYWORD_OF_VERSION_2))) return { fault: 'open-badges-2' }
  // A badge where the standard does not put it: said as such, not as a picture without one.
  const elsewhere = read.chunks.filter(({ type }) => type === 'tEXt' || type === 'zTXt').map(({ data }) => data)
  if (elsewhere.some((data) => hasKeyword(data, KEYWORD))) return { fault: 'other-chunk' }
  return { fault: elsewhere.some((data) => hasKeyword(data, KEYWORD_OF_VERSION_2)) ? 'open-badges-2' : 'no-credential' }
}

function startOfData(png: Uint8Array): number {
  const read = readChunks(png)
  const first = 'chunks' in read ? read.chunks.find(({ type }) => type === 'IDAT' || type === 'IEND') : undefined
  if (!first) throw new Error('a PNG that was read before ends with IEND')
  return first.start
}

function hasKeyword(data: Uint8Array, keyword: string): boolean {
  return data.indexOf(0) === keyword.length && [...keyword].every((char, i) => data[i] === char.charCodeAt(0))
}

/** Keyword, 0, compression flag, method, language tag, 0, translated keyword, 0, text. */
function textOf(data: Uint8Array): { credential: string } | { fault: PngFault } {
  const flag = KEYWORD.length + 1
  if (data[flag] === 1) return { fault: 'compressed' }
  if (data[flag] !== 0) return { fault: 'not-text' }

  const endOfLanguage = data.indexOf(0, flag + 2)
  const endOfTranslation = endOfLanguage < 0 ? -1 : data.indexOf(0, endOfLanguage + 1)
  if (endOfTranslation < 0) return { fault: 'not-text' }
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return { credential: utf8.decode(data.subarray(endOfTranslation + 1)) }
  } catch {
    return { fault: 'not-text' }
  }
}
