import { contextHashes } from '../../../formats/credentials/contexts.ts'
import { type Fields, isObject } from './reader.ts'

/**
 * Places where JSON could say something else than its statements: a name that is no plain term (a full address, a
 * prefix, a JSON-LD keyword, the name of a type, which may stand in for a member's, as `Criteria` for `criteria`), a
 * value that is nothing, a blank node's name, and a node named twice, whose members may stand in either place.
 */
export function unreadIn(document: Fields): Set<string> {
  const { proof: _, ...bare } = document
  const unread = new Set<string>()
  const ids = new Map<string, string>()
  walk(bare, '', { unread, ids })
  return unread
}

interface Walk {
  unread: Set<string>
  /** Where each named node stands. */
  ids: Map<string, string>
}

function walk(value: unknown, path: string, found: Walk): void {
  if (value === null || (typeof value === 'string' && value.startsWith('_:'))) found.unread.add(path)
  if (Array.isArray(value)) for (const [i, each] of value.entries()) walk(each, `${path}[${i}]`, found)
  if (!isObject(value)) return

  noteId(value, path, found)
  for (const [name, each] of Object.entries(value)) {
    const place = path ? `${path}.${name}` : name
    if (!/^[a-z]\w*$/.test(name) && place !== '@context') found.unread.add(place)
    walk(each, place, found)
  }
}

function noteId({ id }: Fields, path: string, { unread, ids }: Walk): void {
  if (typeof id !== 'string') return
  const before = ids.get(id)
  if (before === undefined) ids.set(id, path)
  // Badges from here said their criteria under the achievement's own name until November 2026.
  else if (path !== `${before}.criteria`) unread.add(path ? `${path}.id` : 'id')
}

/** Whether every context, wherever it stands, is an address: one that is written out may give any word any meaning. */
export function hasOnlyNamedContexts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, each]) => {
    if (name !== '@context') return hasOnlyNamedContexts(each)
    return [each].flat().every((one) => typeof one === 'string')
  })
}

/** All that is known, to have it at hand before the network goes. */
export const knownContexts = Object.keys(contextHashes)
