import { Agent, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

const connections = 16
const agent = new Agent({ keepAlive: true })

export interface Reply {
  status: number
  location: string | undefined
  retryAfter: string | undefined
  cookies: string[]
  text: string
}

/** As browsers send it; which of them the answer comes in is part of what it costs. */
const codings = { 'accept-encoding': 'gzip, br' }

/** One request over a kept-alive connection. */
export function send(url: string, { method = 'GET', cookie = '', body = '' } = {}): Promise<Reply> {
  const form = body
    ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
    : {}
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { cookie, ...codings, ...form } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location,
          retryAfter: response.headers['retry-after'],
          cookies: response.headers['set-cookie'] ?? [],
          text: textOf(Buffer.concat(chunks), response.headers['content-encoding']),
        }),
      )
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

function textOf(bytes: Buffer, coding: string | undefined): string {
  if (coding === 'gzip') return gunzipSync(bytes).toString('utf8')
  return (coding === 'br' ? brotliDecompressSync(bytes) : bytes).toString('utf8')
}

export interface Load {
  operations: number
  seconds: number
  /** Every operation's milliseconds. */
  samples: number[]
}

/**
 * Runs an operation for so many people at once (sixteen if nobody says), each in a loop, until the time or the
 * operations are used up. An operation that throws ends the run.
 */
export async function load(
  operation: (n: number, person: number) => Promise<void>,
  limit: { seconds: number; operations?: number; people?: number },
): Promise<Load> {
  const samples: number[] = []
  const most = limit.operations ?? Number.POSITIVE_INFINITY
  const began = performance.now()
  let started = 0
  const loop = async (_: unknown, person: number) => {
    while (started < most && performance.now() - began < limit.seconds * 1000) {
      const n = started
      started += 1
      const at = performance.now()
      await operation(n, person)
      samples.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: limit.people ?? connections }, loop))
  return { operations: samples.length, seconds: (performance.now() - began) / 1000, samples }
}

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
