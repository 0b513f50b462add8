import { depthOf } from './json-shape.ts'
import { largestFile } from './limits.ts'

type Send = (address: string) => Promise<Response>
type Read = { json: unknown; at: Date } | 'offline' | 'missing'

/** The site that this page came from: the only one that is ever asked. */
export interface Site {
  origin: string
  /** did:web of this host (did:web 1.0, section 3.1). */
  did: string
  /** Whose badges hold: the site's own names first, and those it was told to accept. */
  issuers: string[]
  /** A JSON file of the site; without a network what was read of it before. */
  read(path: string): Promise<Read>
}

/** @param origin such as `https://navet.example` */
export function openSite(origin: string, send: Send, issuers: string[]): Site {
  const kept = new Map<string, Exclude<Read, string>>()
  return {
    origin,
    did: `did:web:${new URL(origin).host.replace(':', '%3A')}`,
    issuers,
    async read(path) {
      const read = await readJson(origin + path, send)
      if (typeof read !== 'string') kept.set(path, read)
      return read === 'offline' ? (kept.get(path) ?? read) : read
    },
  }
}

async function readJson(address: string, send: Send): Promise<Read> {
  try {
    const answer = await send(address)
    const text = await answer.text()
    if (answer.status >= 500) return 'offline'
    if (!answer.ok) return 'missing'
    if (text.length > largestFile || depthOf(text) > 64) return 'missing'
    return { json: parsed(text), at: new Date() }
  } catch {
    return 'offline'
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
