// Runs in workerd in front of the built worker, in the same isolate, and does what Cloudflare does there.
import assets from './built-assets.js'
import worker from './index.js'

const compressed = /^(text\/(html|css|plain|javascript)|application\/(json|javascript|problem\+json)|image\/svg\+xml)/

export default {
  async fetch(request, env, ctx) {
    const accepted = request.headers.get('Accept-Encoding') ?? ''
    const path = assetPath(request.url)
    if (path) return compress(await asset(path, request, env), accepted, smallest)
    return compress(await worker.fetch(request, env, ctx), accepted, cheapest)
  },
}

/** Asked for on a socket of its own, which nobody else reaches. */
export const schedule = {
  async fetch(request, env, ctx) {
    await worker.scheduled({ cron: await request.text(), scheduledTime: Date.now(), noRetry() {} }, env, ctx)
    return new Response(null, { status: 204 })
  },
}

/** As run_worker_first in wrangler.toml. */
const files = ['/icon.svg', '/touch-icon.png', '/licences.txt']

function assetPath(url) {
  const from = url.indexOf('/', 8)
  const isAsset = url.startsWith('/assets/', from) || files.some((file) => url.startsWith(file, from))
  // What is no address the worker judges, as on every path.
  if (!isAsset || !URL.canParse(url)) return undefined
  const { pathname } = new URL(url)
  return pathname.startsWith('/assets/') || files.includes(pathname) ? pathname : undefined
}

/** A file of the build with its headers; strict transport is for https alone, and that a file is missing is no fact for a year. */
async function asset(path, request, env) {
  const facts = Object.hasOwn(assets, path) ? assets[path] : undefined
  if (!facts) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD', 'Cache-Control': 'no-store' } })

  const headers = new Headers(facts)
  if (!env.BASE_URL.startsWith('https://')) headers.delete('Strict-Transport-Security')
  if (isKnown(request.headers.get('If-None-Match'), facts.etag)) return new Response(null, { status: 304, headers })
  const file = await env.ASSETS.fetch(`http://assets${path}`, { method: request.method })
  if (!file.ok) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return new Response(file.body, { headers })
}

function isKnown(tags, etag) {
  return tags !== null && tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
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
