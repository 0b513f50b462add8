/** Why the bytes of a file are no list. */
export type FileFault = 'workbook' | 'not-text'

const zip = [0x50, 0x4b]
const oldOffice = [0xd0, 0xcf]

/**
 * The text of a file as whoever saved it meant it: UTF-8 or UTF-16 with or without a byte order mark, else Windows-1252,
 * which is what Excel writes on an ordinary PC. A workbook of Excel itself, and whatever is no text, has its fault.
 */
export function decodeList(bytes: Uint8Array): { text: string } | { fault: FileFault } {
  if (beginsWith(bytes, zip) || beginsWith(bytes, oldOffice)) return { fault: 'workbook' }
  const wide = wideEncoding(bytes)
  const text = wide ? new TextDecoder(wide).decode(bytes) : narrowText(bytes)
  return text.includes('\0') || text.includes('\uFFFD') ? { fault: 'not-text' } : { text: text.replace(/^\uFEFF/, '') }
}

function beginsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, i) => bytes[i] === sign)
}

/** By its mark or, without one, by every second byte being nothing, as in western text. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (beginsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const start = bytes.subarray(0, 200)
  const empty = [0, 1].map((odd) => start.filter((byte, i) => i % 2 === odd && byte === 0).length)
  const most = start.length / 4
  if (empty[1]! > most && empty[0] === 0) return 'utf-16le'
  return empty[0]! > most && empty[1] === 0 ? 'utf-16be' : undefined
}

function narrowText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
