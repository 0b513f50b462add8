import type { Params, Result, Router } from 'hono/router'
import { TrieRouter } from 'hono/router/trie-router'

const mostRemembered = 500
const longestPath = 200
/** What is the same for everybody. Whatever else names a place in a path may be somebody's: a code, a member, an attempt. */
const openNames = new Set(['l', 'course', 'lesson', 'question', 'path'])

/**
 * Hono's trie, whose matches of open pages are remembered by method and path: a match depends on nothing else, and
 * looking one up costs more than all middleware together. The faster router of Hono refuses `/:l{(?:sv|en)}` beside
 * `/theme`.
 */
export class RememberingRouter<T> implements Router<T> {
  readonly name = 'RememberingRouter'
  readonly #trie = new TrieRouter<T>()
  readonly #remembered = new Map<string, Result<T>>()

  /** How many matches are remembered now. */
  get size(): number {
    return this.#remembered.size
  }

  add(method: string, path: string, handler: T): void {
    this.#trie.add(method, path, handler)
    this.#remembered.clear()
  }

  match(method: string, path: string): Result<T> {
    const name = `${method} ${path}`
    const known = this.#remembered.get(name)
    if (known) return known

    const found = this.#trie.match(method, path)
    if (path.length > longestPath || !isOpen(found)) return found
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear()
    this.#remembered.set(name, found)
    return found
  }
}

function isOpen([handlers]: Result<unknown>): boolean {
  const names = handlers.flatMap(([, params]) => Object.keys(params as Params))
  return names.length > 0 && names.every((name) => openNames.has(name))
}
