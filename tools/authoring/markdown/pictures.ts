import { extname } from 'node:path'

import { readChunks } from '../../../formats/png/png-chunks.ts'
import type { SourceFile } from '../files/source-file.ts'
import { readSvg } from './svg-picture.ts'

/** A picture as it is served, or what is wrong with its file. */
export type Picture = { bytes: Uint8Array } | { fault: string }

/** How files of a kind begin. */
const beginnings: Record<string, RegExp> = {
  '.jpg': /^\xff\xd8\xff/,
  '.jpeg': /^\xff\xd8\xff/,
  '.gif': /^GIF8[79]a/,
  '.webp': /^RIFF[^]{4}WEBP/,
  '.avif': /^[^]{4}ftypavi[fs]/,
}

/** Reads a picture by what its name says it is. */
export function readPicture({ path, bytes }: SourceFile): Picture {
  const kind = extname(path)
  if (bytes.byteLength === 0) return { fault: 'is an empty file; save it again' }
  if (kind === '.svg') return readSvg(bytes)
  if (kind === '.png') return readPng(bytes)
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  return beginnings[kind]?.test(start) ? { bytes } : { fault: `is no ${kind.slice(1)} picture, whatever its name says` }
}

function readPng(bytes: Uint8Array): Picture {
  const read = readChunks(bytes)
  if ('fault' in read)
    return { fault: read.fault === 'not-a-png' ? 'is no PNG picture' : 'is a PNG that is cut off or damaged' }
  const [header] = read.chunks
  const size =
    header && header.data.length >= 8 ? new DataView(header.data.buffer, header.data.byteOffset, 8) : undefined
  const isEmpty = !size || size.getUint32(0) === 0 || size.getUint32(4) === 0
  const hasImage = read.chunks.some(({ type, data }) => type === 'IDAT' && data.length > 0)
  return isEmpty || !hasImage ? { fault: 'is a PNG without a picture in it' } : { bytes }
}
