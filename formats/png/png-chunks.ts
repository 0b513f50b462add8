import { crc32 } from './crc32.ts'

interface Chunk {
  type: string
  data: Uint8Array
  /** Where the chunk begins, its length field included. */
  start: number
}
export type PngChunks = { chunks: Chunk[] } | { fault: 'not-a-png' | 'truncated' | 'damaged' }

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, type and checksum. */
const FRAME = 12

/**
 * The chunks of a PNG up to and with IEND, bounds and checksums checked; what follows IEND is no part of the picture.
 * Source: PNG specification (third edition), section 5.
 */
export function readChunks(png: Uint8Array): PngChunks {
  if (signature.some((byte, i) => i < png.length && png[i] !== byte) || png.length === 0) return { fault: 'not-a-png' }

  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  for (let start = signature.length; ;) {
    if (start + FRAME > png.length) return { fault: 'truncated' }
    const length = view.getUint32(start)
    const end = start + FRAME + length
    if (end > png.length) return { fault: 'truncated' }
    if (crc32(png.subarray(start + 4, end - 4)) !== view.getUint32(end - 4)) return { fault: 'damaged' }

    const type = String.fromCharCode(...png.subarray(start + 4, start + 8))
    if ((type === 'IHDR') !== (chunks.length === 0)) return { fault: 'damaged' }
    chunks.push({ type, data: png.subarray(start + 8, end - 4), start })
    if (type === 'IEND') return { chunks }
    start = end
  }
}

/** One chunk with its length and checksum. */
export function writeChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(FRAME + data.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(new TextEncoder().encode(type), 4)
  chunk.set(data, 8)
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)))
  return chunk
}
