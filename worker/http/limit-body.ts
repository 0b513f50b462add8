import { createMiddleware } from 'hono/factory'

import { Refusal } from '../refusal.ts'
import type { App } from './open-visit.ts'

interface Limit {
  taken: number
  /** So much is taken in before it is refused: a proxy that is still sending reads no answer, and says 502 instead. */
  discarded: number
}

const usual: Limit = { taken: 64 * 1024, discarded: 2 ** 20 }
/** A list of people may be a file of any kind, chosen by mistake. */
const ofList: Limit = { taken: 512 * 1024, discarded: 16 * 2 ** 20 }
const list = /^\/(sv|en)\/companies\/[^/]+\/invitations\/list$/
const keptList = /^\/(sv|en)\/kept\/[0-9a-f]{32}$/

/**
 * Takes the body in before anything parses it, and refuses one over 64 KB, whether or not its length was declared; of a
 * list of people it takes 512 KB, and of a longer one it says so in `isTooLarge`, for the page of the list to tell. How
 * long its sender took stands in `bodyMs`: nobody else has to do with that.
 */
export const limitBody = createMiddleware<App>(async function limitBody(c, next) {
  const request = c.req.raw
  if (!request.body) return next()
  const declared = request.headers.get('content-length')
  const isList = list.test(c.req.path)
  const limit = isList || keptList.test(c.req.path) ? ofList : usual
  if (Number(declared ?? 0) > limit.discarded) throw tooLarge()
  const began = Date.now()
  const body = await readWithin(request.body, limit)
    .catch((error: unknown) => {
      throw error instanceof Refusal ? error : new Refusal('invalid', 'the body broke off')
    })
    .finally(() => c.set('bodyMs', Date.now() - began))
  if (!body && !isList) throw tooLarge()
  c.set('isTooLarge', !body)
  c.req.raw = new Request(request, { body: body ?? new Uint8Array() })
  await next()
})

/** The whole body; undefined for one that is larger than is taken. */
async function readWithin(
  body: ReadableStream<Uint8Array>,
  { taken, discarded }: Limit,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > discarded) throw tooLarge()
    if (size <= taken) chunks.push(chunk)
  }
  if (size > taken) return undefined

  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}

function tooLarge(): Refusal {
  return new Refusal('too-large', 'body too large')
}
