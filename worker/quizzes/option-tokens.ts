import type { Question } from '../courses/catalogue.ts'

type Tokened = Pick<Question, 'id' | 'keyHash' | 'text'>

const encoder = new TextEncoder()
const keys = new Map<string, Promise<CryptoKey>>()
const known = new Map<string, Promise<string[]>>()
const mostKnown = 20_000

/**
 * One opaque token per option, in authored order: what a form carries instead of the ordinal. It is bound to
 * question, key hash and ordinal by the server's secret, so it is the same in both languages and tells nothing.
 */
export function optionTokens(question: Tokened, secret: string): Promise<string[]> {
  const name = `${question.id} ${question.keyHash} ${question.text.sv.options.length}`
  const found = known.get(name)
  if (found) return found

  if (known.size >= mostKnown) known.clear()
  const made = makeTokens(question, secret)
  known.set(name, made)
  return made
}

/** The ordinals that tokens stand for, ascending and each once; undefined if any token is not this question's. */
export async function ordinalsOf(
  question: Tokened,
  tokens: readonly string[],
  secret: string,
): Promise<number[] | undefined> {
  const own = await optionTokens(question, secret)
  const ordinals = [...new Set(tokens.map((token) => own.indexOf(token)))].sort((a, b) => a - b)
  return ordinals.includes(-1) ? undefined : ordinals
}

function makeTokens(question: Tokened, secret: string): Promise<string[]> {
  return Promise.all(question.text.sv.options.map((_, ordinal) => makeToken(question, ordinal, secret)))
}

async function makeToken(question: Tokened, ordinal: number, secret: string): Promise<string> {
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
