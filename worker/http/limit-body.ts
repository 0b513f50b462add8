import { createMiddleware } from 'hono/factory'

import { Refusal } from '../refusal.ts'
import type { App } from './open-visit.ts'

const bodyLimit = 64 * 1024
/** So much is taken in before it is refused: a proxy that is still sending reads no answer, and says 502 instead. */
const mostDiscarded = 2 ** 20

/**
 * Takes the body in before anything parses it, and refuses one over 64 KB, whether or not its length was declared. How long
 * its sender took stands in `bodyMs`: nobody else has to do with that.
 */
export const limitBody = createMiddleware<App>(async function limitBody(c, next) {
  const request = c.req.raw
  if (!request.body) return next()
  const declared = request.headers.get('content-length')
  if (Number(declared ?? 0) > mostDiscarded) throw tooLarge()
  const began = Date.now()
  const body = await readWithin(request.body)
    .catch((error: unknown) => {
      throw error instanceof Refusal ? error : new Refusal('invalid', 'the body broke off')
    })
    .finally(() => c.set('bodyMs', Date.now() - began))
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
