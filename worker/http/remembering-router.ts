import type { Result, Router } from 'hono/router'
import { TrieRouter } from 'hono/router/trie-router'

const mostRemembered = 500

/**
 * Hono's trie, whose matches are remembered by method and path: a match depends on nothing else, and looking one up
 * costs more than all middleware together. The faster router of Hono refuses `/:l{(?:sv|en)}` beside `/theme`.
 */
export class RememberingRouter<T> implements Router<T> {
  readonly name = 'RememberingRouter'
  readonly #trie = new TrieRouter<T>()
  readonly #remembered = new Map<string, Result<T>>()

  add(method: string, path: string, handler: T): void {
    this.#trie.add(method, path, handler)
    this.#remembered.clear()
  }

  match(method: string, path: string): Result<T> {
    const name = `${method} ${path}`
    const known = this.#remembered.get(name)
    if (known) return known

    const found = this.#trie.match(method, path)
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear()
    this.#remembered.set(name, found)
    return found
  }
}
