// Runs in workerd in front of the built worker, in the same isolate, and does what Cloudflare does there.
import worker from './index.js'

const compressed = /^(text\/(html|css|plain|javascript)|application\/(json|javascript|problem\+json)|image\/svg\+xml)/

export default {
  async fetch(request, env, ctx) {
    const accepted = request.headers.get('Accept-Encoding') ?? ''
    if (isAsset(request)) return compress(await asset(request, env), accepted, smallest)
    return compress(await worker.fetch(request, env, ctx), accepted, cheapest)
  },
  scheduled: worker.scheduled,
}

/** As run_worker_first in wrangler.toml. */
function isAsset(request) {
  const { pathname } = new URL(request.url)
  return pathname.startsWith('/assets/') || pathname === '/icon.svg' || pathname === '/touch-icon.png'
}

/** What _headers cannot say: that a file is missing is no fact for a year, and strict transport is for https alone. */
async function asset(request, env) {
  const found = await env.ASSETS.fetch(request)
  const response = new Response(found.body, found)
  if (!found.ok && found.status !== 304) response.headers.set('Cache-Control', 'no-store')
  if (!env.BASE_URL.startsWith('https://')) response.headers.delete('Strict-Transport-Security')
  return response
}

/** A file is fetched once; a page is made each time, and br takes twice the CPU of gzip for four bytes in a hundred. */
const smallest = ['br', 'gzip']
const cheapest = ['gzip', 'br']

/** workerd compresses what says that it is compressed. */
function compress(response, accepted, codings) {
  const { headers } = response
  if (response.body === null || headers.has('Content-Encoding')) return response
  if (!compressed.test(headers.get('Content-Type') ?? '')) return response
  const coding = codings.find((name) => new RegExp(`(^|[ ,])${name}(?! *; *q=0(\\.0*)?(,|$))`).test(accepted))
  if (!coding) return response

  const encoded = new Response(response.body, response)
  encoded.headers.set('Content-Encoding', coding)
  encoded.headers.append('Vary', 'Accept-Encoding')
  return encoded
}
