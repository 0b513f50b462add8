import { env } from 'cloudflare:workers'

/** Name and key of a sealed part: see tools/authoring/compile/seal-parts.ts. */
export type Seal = readonly [file: string, key: string]

/** A lesson takes some 100 KB once it is read. */
const mostKept = 200
const kept = new Map<string, Promise<unknown>>()

/** Opens a part of a course that lies among the assets, once per isolate while it is asked for. Throws when it is not there. */
export function openPart([file, key]: Seal): Promise<unknown> {
  const known = kept.get(file)
  const part = known ?? readPart(file, key)
  // Asked for last stands last; what goes is what nobody has asked for the longest.
  kept.delete(file)
  kept.set(file, part)
  if (known) return part

  part.catch(() => kept.delete(file))
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return part
}

async function readPart(file: string, key: string): Promise<unknown> {
  const { ASSETS } = env as { ASSETS?: Fetcher }
  const sealed = await ASSETS?.fetch(`http://assets/parts/${file}`)
  if (!sealed?.ok) throw new Error(`part ${file} of a course is not among the assets (${sealed?.status ?? 'no binding'})`)

  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: new Uint8Array(12) },
    await crypto.subtle.importKey('jwk', { kty: 'oct', k: key }, 'AES-GCM', false, ['decrypt']),
    await sealed.arrayBuffer(),
  )
  return new Response(new Blob([opened]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).json()
}
