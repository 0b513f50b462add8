import { isUtf8 } from 'node:buffer'
import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { HranaError, problemOf } from './hrana.ts'
import { parsePipeline } from './pipeline.ts'
import { Streams } from './streams.ts'

export interface LibsqlServer {
  url: string
  port: number
  /** Answers what was asked already, rolls back what is open, checkpoints and lets go of the file. */
  close(): Promise<void>
}

const loopback = ['127.0.0.1', 'localhost', '::1', '[::1]']
const largestBody = 16 * 1024 * 1024
const longestFarewellMs = 4000

/**
 * Serves a libSQL file over HTTP on loopback, speaking Hrana 2 in JSON (Hrana 3 and Protobuf are not announced).
 * SQL reaches this file alone; see permission.ts. Rows of one answer: at most 32 MiB. A commit that was answered is on the disk (WAL, synchronous = FULL); foreign keys hold.
 * `idleMs`: how long an interactive transaction may be left alone before it is rolled back.
 * Rejects when the host is not loopback, the port is taken, or the file cannot be opened.
 */
export async function startLibsqlServer({
  file,
  token,
  port = 0,
  host = '127.0.0.1',
  idleMs = 5000,
}: {
  file: string
  token: string
  port?: number
  host?: string
  idleMs?: number
}): Promise<LibsqlServer> {
  if (!loopback.includes(host)) throw new Error(`the embedded database listens on loopback only, not on ${host}`)

  const streams = new Streams(file, idleMs)
  const unanswered = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    unanswered.add(response)
    response.once('close', () => unanswered.delete(response))
    void answer(request, response, streams, token)
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address() as AddressInfo

  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const response of unanswered) if (!response.headersSent) response.setHeader('connection', 'close')
      streams.closeIdle()
      const impatience = setTimeout(() => server.closeAllConnections(), longestFarewellMs)
      await closed
      clearTimeout(impatience)
      streams.close()
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  streams: Streams,
  token: string,
): Promise<void> {
  try {
    if (!isLoopbackHost(request.headers.host)) return send(response, 403, problem('only loopback may ask'))
    if (!hasToken(request.headers.authorization, token))
      return send(response, 401, problem('the bearer token is wrong or missing'))
    if (request.method === 'GET' && /^\/v2\/?$/.test(request.url ?? '')) return send(response, 200, {})
    if (request.method !== 'POST' || request.url !== '/v2/pipeline') return send(response, 404, problem('no such path'))

    sendJson(response, 200, await streams.answer(parsePipeline(await bodyOf(request))))
  } catch (error) {
    if (error instanceof HranaError) return send(response, statusOf(error), problemOf(error))
    console.error(error)
    send(response, 500, problem('the database server failed'))
  }
}

function statusOf({ code }: HranaError): number {
  if (code === 'TOO_MANY_STREAMS') return 429
  return code === 'HRANA_TOO_LARGE' ? 413 : 400
}

/** Reads on after too much, without keeping it: an answer amid the sending would reach nobody. */
function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > largestBody) chunks.length = 0
      else chunks.push(chunk)
    })
    request.once('end', () => {
      const body = Buffer.concat(chunks)
      if (size > largestBody) reject(new HranaError('the pipeline is over 16 MiB', 'HRANA_TOO_LARGE'))
      else if (!isUtf8(body)) reject(new HranaError('the body is not UTF-8', 'HRANA_PROTO_ERROR'))
      else resolve(body.toString('utf8'))
    })
    request.once('error', reject)
  })
}

function hasToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** A page elsewhere could let its own name point to 127.0.0.1; its browser would then send that name. */
function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && loopback.includes(host.replace(/:\d+$/, ''))
}

function problem(message: string) {
  return { message, code: 'HRANA_HTTP_ERROR' }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  sendJson(response, status, JSON.stringify(body))
}

function sendJson(response: ServerResponse, status: number, text: string): void {
  const body = Buffer.from(text)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
}
