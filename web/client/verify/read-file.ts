import * as base64url from 'jose/base64url'

import { readPng } from '../../../formats/png/png.ts'
import { readSvg } from '../../../formats/xml/svg.ts'
import { faultOfShape, isTooDeep } from './json-shape.ts'
import { largestFile } from './limits.ts'
import { type Fields, isObject } from './reader.ts'
import type { FileFault } from './verdict.ts'

export interface Jws {
  header: Fields
  payload: Fields
  signature: Uint8Array<ArrayBuffer>
  /** What the signature is made over. */
  signed: Uint8Array<ArrayBuffer>
}

/** What a file holds: a JSON document, or a compact JWS; `isPresented` when it lay in a presentation. */
type Held = { document: Fields } | { jws: Jws }
export type Content = (Held & { isPresented: boolean }) | { fault: FileFault }

/** Reads a file of a stranger by what is in it, whatever its name. Never throws. */
export function readFile(bytes: Uint8Array): Content {
  if (bytes.length > largestFile) return { fault: 'too-large' }
  if (bytes[0] === 0x89) return readBaked(readPng(bytes))

  const text = decoded(bytes)?.trim()
  if (text === undefined) return { fault: 'not-a-badge' }
  return text.startsWith('<') ? readBaked(readSvg(text)) : opened(readText(text))
}

const faults: Record<string, FileFault> = {
  truncated: 'truncated',
  damaged: 'damaged',
  compressed: 'compressed',
  'other-chunk': 'other-chunk',
  'two-credentials': 'two-credentials',
  'no-credential': 'no-credential',
  'open-badges-2': 'open-badges-2',
  'active-content': 'active-content',
  'outside-content': 'outside-content',
  doctype: 'doctype',
  'not-a-png': 'not-a-badge',
  'not-an-svg': 'not-a-badge',
  'not-well-formed': 'damaged',
}

function readBaked(read: { credential: string } | { fault: string }): Content {
  return 'fault' in read ? { fault: faults[read.fault] ?? 'damaged' } : opened(readText(read.credential.trim()))
}

type Text = { value: unknown } | { jws: Jws } | { fault: FileFault }

function readText(text: string): Text {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text) ? readJws(text) : readJson(text)
}

/** RFC 7515, section 7.1. Base64url is read strictly: two spellings of the same bytes would be two badges. */
function readJws(text: string): Text {
  const [header = '', payload = '', signature = ''] = text.split('.')
  const [headerBytes, payloadBytes, signatureBytes] = [header, payload, signature].map(strictBase64url)
  if (!headerBytes || !payloadBytes || !signatureBytes) return { fault: 'damaged' }

  const [head, body] = [headerBytes, payloadBytes].map((bytes) => readJson(decoded(bytes) ?? ''))
  if (!head || !body || 'jws' in head || 'jws' in body) return { fault: 'not-a-badge' }
  if ('fault' in head) return { fault: 'not-a-badge' }
  if ('fault' in body) return body
  if (!isObject(head.value) || !isObject(body.value)) return { fault: 'not-a-badge' }
  const signed = Uint8Array.from(new TextEncoder().encode(`${header}.${payload}`))
  return { jws: { header: head.value, payload: body.value, signature: signatureBytes, signed } }
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

function readJson(text: string): { value: unknown } | { fault: FileFault } {
  if (!/^[{["]/.test(text)) return { fault: 'not-a-badge' }
  if (isTooDeep(text)) return { fault: 'too-deep' }
  try {
    const value: unknown = JSON.parse(text)
    const fault = faultOfShape(text, value)
    return fault ? { fault } : { value }
  } catch {
    return { fault: /[}\]"]$/.test(text) ? 'damaged' : 'truncated' }
  }
}

/**
 * Takes the one badge out of what wraps it: a list of one, a presentation (whose own signature says who shows the
 * badge, and nothing of the badge), an envelope, a string.
 */
function opened(read: Text, isPresented = false, layers = 4): Content {
  if ('fault' in read) return read
  const inner = 'jws' in read ? presentedIn(read.jws.payload) : wrappedIn(read.value)
  if (inner === undefined) {
    if ('jws' in read) return { ...read, isPresented }
    return isObject(read.value) ? { document: read.value, isPresented } : { fault: 'not-a-badge' }
  }
  const [one, ...others] = inner.held
  if (others.length > 0) return { fault: 'several-badges' }
  if (one === undefined || layers === 0) return { fault: 'not-a-badge' }
  return opened(
    typeof one === 'string' ? readText(one) : { value: one },
    isPresented || inner.isPresentation,
    layers - 1,
  )
}

interface Inner {
  held: unknown[]
  isPresentation: boolean
}

function wrappedIn(value: unknown): Inner | undefined {
  if (Array.isArray(value)) return { held: value, isPresentation: false }
  if (typeof value === 'string') return { held: isJws(value) ? [value] : [], isPresentation: false }
  if (!isObject(value)) return undefined
  const envelope = /^data:application\/(?:vc|vp)\+jwt,(.+)$/.exec(String(value.id))?.[1]
  if (envelope !== undefined && isOf(value, 'Enveloped')) return { held: [envelope], isPresentation: false }
  return presentedIn(value)
}

/** A presentation, or a JWT's `vp` (VC data model 1.1, section 6.3.1). */
function presentedIn(value: Fields): Inner | undefined {
  if (isObject(value.vp)) return presentedIn(value.vp)
  if (!isOf(value, 'VerifiablePresentation')) return undefined
  return { held: [value.verifiableCredential ?? []].flat(), isPresentation: true }
}

function isOf({ type }: Fields, name: string): boolean {
  return [type].flat().some((each) => typeof each === 'string' && each.startsWith(name))
}

function isJws(text: string): boolean {
  return text.split('.').length === 3
}
