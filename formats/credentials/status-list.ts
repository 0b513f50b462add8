import * as base64url from 'jose/base64url'

/** Bits in one list: the least that Bitstring Status List 1.0 allows, so that an index tells little about anybody. */
export const statusListLength = 131_072

const byteLength = statusListLength / 8

/**
 * The `encodedList` of a status list: bits from the left, gzipped, base64url without padding, after the multibase `u`
 * (Bitstring Status List 1.0, section 3.3).
 * @param revoked indexes below statusListLength
 */
export async function encodeStatusList(revoked: Iterable<number>): Promise<string> {
  const bits = new Uint8Array(byteLength)
  for (const index of revoked) {
    const at = index >> 3
    bits[at] = (bits[at] ?? 0) | (0x80 >> (index & 7))
  }
  const gzipped = new Response(new Blob([bits]).stream().pipeThrough(new CompressionStream('gzip')))
  return `u${base64url.encode(new Uint8Array(await gzipped.arrayBuffer()))}`
}

/**
 * Whether the bit of an index is set.
 * @throws RangeError for a list that is no status list of this length, or an index outside it
 */
export async function isSetInStatusList(encodedList: string, index: number): Promise<boolean> {
  if (!Number.isInteger(index) || index < 0) throw new RangeError('no such index')
  const bits = await readBits(encodedList)
  const byte = bits[index >> 3]
  if (byte === undefined) throw new RangeError('index outside the list')
  return (byte & (0x80 >> (index & 7))) !== 0
}

/** A list of another issuer may be longer than ours; a gzip bomb is not. */
const mostBytes = 1024 * 1024

async function readBits(encodedList: string): Promise<Uint8Array> {
  if (!/^u[\w-]+$/.test(encodedList)) throw new RangeError('no status list')
  const gzipped = Uint8Array.from(base64url.decode(encodedList.slice(1)))
  const unzipped = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream('gzip'))
  try {
    return await readAtMost(unzipped, mostBytes)
  } catch {
    throw new RangeError('no status list')
  }
}

async function readAtMost(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  // A reader, since not every browser iterates over a stream.
  const reader = stream.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length
    if (length > most) throw new RangeError('too long')
    parts.push(read.value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
