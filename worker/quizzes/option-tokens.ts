import type { Question } from '../../formats/catalogue/catalogue.ts'
import { rulesOf } from '../questions/registry.ts'

const encoder = new TextEncoder()
const keys = new Map<string, Promise<CryptoKey>>()
const knownUnder = new Map<string, Map<string, Promise<string[]>>>()
const mostKnown = 20_000

/**
 * One opaque token per option, sentence or item, in authored order: what a form carries instead of the ordinal. It is bound to
 * question, key hash and ordinal by the server's secret, so it is the same in both languages and tells nothing.
 */
export function optionTokens(question: Question, secret: string): Promise<string[]> {
  const name = `${question.id} ${question.keyHash} ${rulesOf(question).count(question)}`
  const known = knownUnder.get(secret) ?? new Map<string, Promise<string[]>>()
  knownUnder.set(secret, known)
  const found = known.get(name)
  if (found) return found

  if (known.size >= mostKnown) known.clear()
  const made = makeTokens(question, secret)
  known.set(name, made)
  return made
}

function makeTokens(question: Question, secret: string): Promise<string[]> {
  return Promise.all(
    Array.from({ length: rulesOf(question).count(question) }, (_, ordinal) => makeToken(question, ordinal, secret)),
  )
}

async function makeToken(question: Question, ordinal: number, secret: string): Promise<string> {
  const bytes = encoder.encode(JSON.stringify(['option', question.id, question.keyHash, ordinal]))
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), bytes)
  return btoa(String.fromCharCode(...new Uint8Array(signature, 0, 9)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

function keyOf(secret: string): Promise<CryptoKey> {
  const found = keys.get(secret)
  if (found) return found

  const made = crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  keys.set(secret, made)
  return made
}
