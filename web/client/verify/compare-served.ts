import type { Credential } from './read-credential.ts'
import { type Fields, isObject, Reader } from './reader.ts'
import type { Site } from './site.ts'
import { type Finding, found, outcomeOf } from './verdict.ts'

/**
 * Holds a badge of this site's own against the file that the site serves today under the same id, if it can be read:
 * whether a revoked one was replaced by a newer, and whether one that seems to hold is the one that is served.
 */
export async function compareServed(
  document: Fields,
  credential: Credential,
  validity: Finding<'validity'>,
  site: Site,
): Promise<Finding<'validity'>> {
  const path = credential.id.slice(site.origin.length)
  const isOurs = credential.id.startsWith(site.origin) && /^\/badges\/[0-9a-f]{32}\.json$/.test(path)
  const outcome = outcomeOf('validity', validity)
  if (!isOurs || (outcome !== 'yes' && validity.reason !== 'revoked')) return validity

  const read = await site.read(path)
  if (read === 'offline') return validity
  if (read === 'missing') return outcome === 'yes' ? found('not-served', credential.id) : validity

  const served = isObject(read.json) ? read.json : {}
  const from = new Reader(served).time('validFrom')
  const isNewer = from !== undefined && credential.from !== undefined && from.at > credential.from.at
  if (outcome !== 'yes') return isNewer ? found('replaced', from.text) : validity
  // Signed anew (another key, another address) it keeps its place in the list, and the older file holds.
  const isSame = isNewer
    ? isSameJson(document.credentialStatus, served.credentialStatus)
    : isSameJson(document, bare(served))
  return isSame ? validity : found('served-differs', credential.id)
}

function bare(served: Fields): Fields {
  const { proof: _, ...document } = served
  return document
}

function isSameJson(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, each: unknown) =>
    isObject(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  )
}
