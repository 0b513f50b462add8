import { createMiddleware } from 'hono/factory'

import { Refusal } from '../refusal.ts'
import type { App } from './open-visit.ts'

const bodyLimit = 64 * 1024
/** So much is taken in before it is refused: a proxy that is still sending reads no answer, and says 502 instead. */
const mostDiscarded = 2 ** 20

/** Refuses a body over 64 KB before anything parses it, whether or not its length was declared. */
export const limitBody = createMiddleware<App>(async function limitBody(c, next) {
  const request = c.req.raw
  if (!request.body) return next()
  const declared = request.headers.get('content-length')
  // HTTP ends a body where its declared length does.
  if (declared !== null && Number(declared) <= bodyLimit) return next()

  if (Number(declared ?? 0) > mostDiscarded) throw tooLarge()
  const body = await readWithin(request.body).catch((error: unknown) => {
    throw error instanceof Refusal ? error : new Refusal('invalid', 'the body broke off')
  })
  c.req.raw = new Request(request, { body })
  await next()
})

async function readWithin(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > mostDiscarded) throw tooLarge()
    if (size <= bodyLimit) chunks.push(chunk)
  }
  if (size > bodyLimit) throw tooLarge()

  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}

function tooLarge(): Refusal {
  return new Refusal('too-large', 'body over 64 KB')
}
