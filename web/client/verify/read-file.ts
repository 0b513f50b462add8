import * as base64url from 'jose/base64url'

import { readPng } from '../../credentials/png.ts'
import { readSvg } from '../../credentials/svg.ts'
import type { FileFault } from './verdict.ts'

/** A badge with its picture stays far below this; what is larger is not read at all. */
export const largestFile = 5 * 1024 * 1024
const deepest = 64

export interface Jws {
  header: Record<string, unknown>
  payload: Record<string, unknown>
  signature: Uint8Array<ArrayBuffer>
  /** What the signature is made over. */
  signed: Uint8Array<ArrayBuffer>
}

/** What a file holds: a JSON document, or a compact JWS. */
export type Content = { document: Record<string, unknown> } | { jws: Jws } | { fault: FileFault }

/** Reads a file of a stranger by what is in it, whatever its name. Never throws. */
export function readFile(bytes: Uint8Array): Content {
  if (bytes.length > largestFile) return { fault: 'too-large' }
  if (bytes[0] === 0x89) return readBaked(readPng(bytes))

  const text = decoded(bytes)?.trim()
  if (text === undefined) return { fault: 'not-a-badge' }
  return text.startsWith('<') ? readBaked(readSvg(text)) : readText(text)
}

const faults: Record<string, FileFault> = {
  truncated: 'truncated',
  damaged: 'damaged',
  'two-credentials': 'two-credentials',
  'no-credential': 'no-credential',
  'open-badges-2': 'open-badges-2',
  'active-content': 'active-content',
  doctype: 'active-content',
  'not-a-png': 'not-a-badge',
  'not-an-svg': 'not-a-badge',
  'not-well-formed': 'damaged',
}

function readBaked(read: { credential: string } | { fault: string }): Content {
  return 'fault' in read ? { fault: faults[read.fault] ?? 'damaged' } : readText(read.credential.trim())
}

function readText(text: string): Content {
  if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return readJws(text)
  const document = readObject(text)
  return 'fault' in document ? document : { document: document.object }
}

/** RFC 7515, section 7.1. Base64url is read strictly: two spellings of the same bytes would be two badges. */
function readJws(text: string): Content {
  const [header = '', payload = '', signature = ''] = text.split('.')
  const [headerBytes, payloadBytes, signatureBytes] = [header, payload, signature].map(strictBase64url)
  if (!headerBytes || !payloadBytes || !signatureBytes) return { fault: 'damaged' }

  const [head, body] = [headerBytes, payloadBytes].map((bytes) => readObject(decoded(bytes) ?? ''))
  if (!head || !body || 'fault' in head) return { fault: 'not-a-badge' }
  if ('fault' in body) return body
  const signed = Uint8Array.from(new TextEncoder().encode(`${header}.${payload}`))
  return { jws: { header: head.object, payload: body.object, signature: signatureBytes, signed } }
}

function strictBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = Uint8Array.from(base64url.decode(text))
    return base64url.encode(bytes) === text ? bytes : undefined
  } catch {
    return undefined
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return undefined
  }
}

function readObject(text: string): { object: Record<string, unknown> } | { fault: FileFault } {
  if (!text.startsWith('{')) return { fault: 'not-a-badge' }
  // Before it is parsed: what reads it later goes down as deep as it is.
  if (depthOf(text) > deepest) return { fault: 'too-deep' }
  try {
    return { object: JSON.parse(text) as Record<string, unknown> }
  } catch {
    return { fault: text.endsWith('}') ? 'damaged' : 'truncated' }
  }
}

/** How deep brackets are nested outside strings, in one pass. */
export function depthOf(json: string): number {
  let depth = 0
  let most = 0
  let inString = false
  for (let i = 0; i < json.length; i += 1) {
    const char = json[i]
    if (inString) {
      if (char === '\\') i += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') most = Math.max(most, (depth += 1))
    else if (char === '}' || char === ']') depth -= 1
  }
  return most
}
